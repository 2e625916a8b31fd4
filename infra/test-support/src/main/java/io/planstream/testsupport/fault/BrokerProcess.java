package io.planstream.testsupport.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.planstream.embedded.BrokerMain;
import io.planstream.embedded.FreePorts;
import io.planstream.embedded.Host;
import org.awaitility.Awaitility;

/**
 * A Kafka broker in a process of its own, which clients reach through a network that can
 * fail. Not thread-safe.
 */
public final class BrokerProcess implements Victim, AutoCloseable {

	private final Path directory;

	private final List<Integer> ports = FreePorts.pick(3);

	private final TcpProxy network;

	private Process process;

	/**
	 * Prepares a broker.
	 * @param directory where its data and its log are kept
	 */
	public BrokerProcess(Path directory) {
		this.directory = directory;
		this.network = TcpProxy.at(this.ports.get(2), this.ports.get(0));
	}

	/**
	 * Starts it.
	 * @return this, when it takes requests
	 */
	public BrokerProcess start() {
		startAgain();
		awaitReady();
		return this;
	}

	@Override
	public void startAgain() {
		try {
			Files.createDirectories(this.directory);
			Files.deleteIfExists(log());
			this.process = new ProcessBuilder(Host.javaTool("java"), "-Xmx256m", "-XX:+UseSerialGC",
					"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), BrokerMain.class.getName(),
					this.directory.resolve("data").toString(), this.ports.get(0).toString(),
					this.ports.get(1).toString(), String.valueOf(this.network.port()))
				.redirectErrorStream(true)
				.redirectOutput(log().toFile())
				.start();
			Orphans.endWithThisMachine(this.process.toHandle());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits until it takes requests.
	 */
	public void awaitReady() {
		Awaitility.await("the broker").atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).until(() -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("The broker ended: " + Files.readString(log()));
			}
			return Files.readString(log()).contains(BrokerMain.READY);
		});
	}

	/**
	 * Its log files for records.
	 * @return a folder
	 */
	public Path data() {
		return this.directory.resolve("data");
	}

	/**
	 * What it printed since it was started.
	 * @return a file
	 */
	public Path log() {
		return this.directory.resolve("broker.log");
	}

	/**
	 * The network before it.
	 * @return the network that its advertised address leads to
	 */
	public TcpProxy network() {
		return this.network;
	}

	/**
	 * The address, through the network.
	 * @return host and port
	 */
	public String bootstrapServers() {
		return "127.0.0.1:" + this.network.port();
	}

	/**
	 * The ports that are taken.
	 * @return ports
	 */
	public List<Integer> ports() {
		return this.ports;
	}

	@Override
	public ProcessHandle process() {
		return this.process.toHandle();
	}

	/**
	 * Ends it in good order, and the network with it.
	 */
	@Override
	public void close() {
		thaw();
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				kill();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			kill();
		}
		this.network.close();
	}

}
