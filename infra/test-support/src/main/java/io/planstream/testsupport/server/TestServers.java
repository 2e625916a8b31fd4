package io.planstream.testsupport.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.planstream.embedded.EmbeddedBroker;
import io.planstream.embedded.EmbeddedDatabase;
import io.planstream.embedded.FreePorts;

/**
 * Starts the servers that the tests of this virtual machine share, each with its first
 * use, and stops them when it ends. Their data lies below {@code target/test-servers} of
 * the module under test. What a killed test run left behind is stopped and deleted by the
 * next one. Thread-safe.
 */
final class TestServers {

	private static final Path ALL = Path.of("target", "test-servers").toAbsolutePath();

	private static final Path OWN = ALL.resolve(String.valueOf(ProcessHandle.current().pid()));

	private static final List<Runnable> STOPS = new ArrayList<>();

	private TestServers() {
	}

	static DatabaseServer database() {
		return DatabaseHolder.SERVER;
	}

	static EmbeddedBroker broker() {
		return BrokerHolder.BROKER;
	}

	private static DatabaseServer startDatabase() {
		return DatabaseServer.fromEnvironment(System.getenv()).orElseGet(() -> {
			EmbeddedDatabase database = openDatabase(makeOwnFolder(), FreePorts.pick());
			atEnd(database::close);
			database.start();
			return DatabaseServer.embedded(database);
		});
	}

	private static EmbeddedBroker startBroker() {
		TestLogging.quietServers();
		Path folder = makeOwnFolder();
		List<Integer> ports = FreePorts.pick(2);
		EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), ports.get(0), ports.get(1));
		atEnd(broker::close);
		return broker;
	}

	private static EmbeddedDatabase openDatabase(Path folder, int port) {
		return EmbeddedDatabase.open(serverPrograms(), folder.resolve("mariadb"), port);
	}

	static Path serverPrograms() {
		return projectRoot().resolve("target").resolve("mariadb");
	}

	/** The server's programs are unpacked once for all modules. */
	static Path projectRoot() {
		Path folder = Path.of("").toAbsolutePath();
		while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
			folder = folder.getParent();
		}
		return (folder != null) ? folder : Path.of("").toAbsolutePath();
	}

	private static synchronized Path makeOwnFolder() {
		try {
			if (!Files.isDirectory(OWN)) {
				removeLeftovers();
				Files.createDirectories(OWN);
			}
			return OWN;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No folder for test servers in " + ALL, ex);
		}
	}

	private static void removeLeftovers() throws IOException {
		if (!Files.isDirectory(ALL)) {
			return;
		}
		try (Stream<Path> folders = Files.list(ALL)) {
			for (Path folder : folders.filter(TestServers::isAbandoned).toList()) {
				if (Files.isDirectory(folder.resolve("mariadb"))) {
					openDatabase(folder, FreePorts.pick()).stop();
				}
				delete(folder);
			}
		}
	}

	private static boolean isAbandoned(Path folder) {
		String name = folder.getFileName().toString();
		return name.matches("\\d+") && ProcessHandle.of(Long.parseLong(name)).isEmpty();
	}

	private static synchronized void atEnd(Runnable stop) {
		if (STOPS.isEmpty()) {
			Runtime.getRuntime().addShutdownHook(new Thread(TestServers::stopAll, "test-servers-stop"));
		}
		STOPS.add(stop);
	}

	private static synchronized void stopAll() {
		STOPS.forEach(Runnable::run);
		try {
			delete(OWN);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete " + OWN, ex);
		}
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> paths = Files.walk(folder)) {
				for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
					Files.deleteIfExists(path);
				}
			}
		}
	}

	private static final class DatabaseHolder {

		private static final DatabaseServer SERVER = startDatabase();

	}

	private static final class BrokerHolder {

		private static final EmbeddedBroker BROKER = startBroker();

	}

}
