package io.planstream.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.planstream.embedded.BrokerMain;
import io.planstream.embedded.DetachedProcess;
import io.planstream.embedded.EmbeddedDatabase;
import io.planstream.embedded.FreePorts;
import io.planstream.testsupport.server.TestDatabase;

import static org.awaitility.Awaitility.await;

/**
 * A broker and a database in processes of their own, which can be killed and started
 * again on the data they left.
 */
final class KillableServers implements AutoCloseable {

	private static final Path PROGRAMS = Path.of("..", "..", "target", "mariadb").toAbsolutePath().normalize();

	private final Path directory;

	private final List<Integer> ports = FreePorts.pick(3);

	private final EmbeddedDatabase databaseServer;

	private final TestDatabase database;

	private Process broker;

	KillableServers(Path directory) {
		this.directory = directory;
		this.databaseServer = EmbeddedDatabase.open(PROGRAMS, directory.resolve("mariadb"), this.ports.get(2));
		this.databaseServer.start();
		this.database = TestDatabase.createOn(this.databaseServer);
		startBroker();
	}

	String bootstrapServers() {
		return "127.0.0.1:" + this.ports.get(0);
	}

	TestDatabase database() {
		return this.database;
	}

	void killBroker() {
		end(this.broker.destroyForcibly().toHandle());
		startBroker();
	}

	void killDatabase() {
		ProcessHandle process = this.databaseServer.process().orElseThrow();
		process.destroyForcibly();
		end(process);
		this.databaseServer.start();
	}

	/** The applications wait for it by themselves. */
	private void startBroker() {
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
				"-XX:+UseSerialGC", BrokerMain.class.getName(), this.directory.resolve("kafka").toString(),
				this.ports.get(0).toString(), this.ports.get(1).toString());
		this.broker = DetachedProcess.start(command, Map.of("CLASSPATH", System.getProperty("java.class.path")),
				this.directory, this.directory.resolve("broker.log"));
	}

	private static void end(ProcessHandle process) {
		await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(() -> !process.isAlive());
	}

	@Override
	public void close() {
		this.broker.destroy();
		end(this.broker.toHandle());
		this.databaseServer.close();
	}

}
