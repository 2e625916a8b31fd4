package io.planstream.testsupport.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.planstream.embedded.FreePorts;
import io.planstream.testsupport.server.TestDatabase;
import org.awaitility.Awaitility;

/**
 * MySQL as {@code .ci/mysql} runs it. Its administrator has no password; it listens on
 * the loopback address.
 */
final class MySqlPrograms implements DatabasePrograms {

	private static final String ADMIN = "root";

	private final Path home;

	private final Path data;

	private final int port = FreePorts.pick();

	private Process process;

	MySqlPrograms(Path home, Path data) {
		this.home = home;
		this.data = data;
	}

	@Override
	public ProcessHandle start() {
		try {
			Files.createDirectories(this.data.getParent());
			this.process = new ProcessBuilder(TestDatabase.projectRoot().resolve(".ci").resolve("mysql").toString(),
					"run", this.home.toString(), this.data.toString(), String.valueOf(this.port))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Awaitility.await("MySQL")
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(50))
			.until(this::answers);
		return this.process.toHandle();
	}

	private boolean answers() throws IOException {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("MySQL ended while it started: " + Files.readString(log()));
		}
		try {
			DriverManager.getConnection(url(), ADMIN, "").close();
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	@Override
	public void stop() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroyForcibly();
		}
	}

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public TestDatabase createSchema() {
		return TestDatabase.createOn(url(), ADMIN, "");
	}

	/**
	 * In plain text: a test wants to see what passes, and sets clocks back to before the
	 * day of the server's certificate.
	 */
	private String url() {
		return "jdbc:mysql://127.0.0.1:" + this.port + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true";
	}

	private Path log() {
		return this.data.resolveSibling("mysqld.log");
	}

}
