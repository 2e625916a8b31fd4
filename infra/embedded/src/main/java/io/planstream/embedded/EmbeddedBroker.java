package io.planstream.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker with its own KRaft controller, reachable on the loopback address
 * only. Topics, records and group offsets live in the data directory and survive any end
 * of the process. Topics are never made by naming them, and never lose records to time or
 * size. The only class that touches Kafka's internal API.
 */
public final class EmbeddedBroker implements AutoCloseable {

	private static final String HOST = "127.0.0.1";

	private final KafkaRaftServer server;

	private final int advertisedPort;

	private EmbeddedBroker(KafkaRaftServer server, int advertisedPort) {
		this.server = server;
		this.advertisedPort = advertisedPort;
	}

	/**
	 * Starts a broker in this virtual machine and returns when it takes requests. A
	 * second broker on the same directory is refused by Kafka's lock on it.
	 * @param dataDirectory where everything is kept; made and formatted when new
	 * @param brokerPort the port for clients
	 * @param controllerPort the port that the broker uses to talk to its controller
	 * @return the running broker
	 * @throws EmbeddedServerException if it cannot start
	 */
	public static EmbeddedBroker start(Path dataDirectory, int brokerPort, int controllerPort) {
		return start(dataDirectory, brokerPort, controllerPort, brokerPort);
	}

	/**
	 * The same for clients that come by another port, through a proxy for example.
	 * @param dataDirectory where everything is kept; made and formatted when new
	 * @param brokerPort the port that the broker listens on
	 * @param controllerPort the port that the broker uses to talk to its controller
	 * @param advertisedPort the port that clients are told
	 * @return the running broker
	 * @throws EmbeddedServerException if it cannot start
	 */
	static EmbeddedBroker start(Path dataDirectory, int brokerPort, int controllerPort, int advertisedPort) {
		Path directory = dataDirectory.toAbsolutePath();
		requireFree(brokerPort);
		requireFree(controllerPort);
		try {
			format(directory);
			return new EmbeddedBroker(start(properties(directory, brokerPort, controllerPort, advertisedPort)),
					advertisedPort);
		}
		catch (Exception ex) {
			throw new EmbeddedServerException(
					"The Kafka broker cannot start in " + directory + " on port " + brokerPort + ": " + ex.getMessage(),
					ex);
		}
	}

	private static KafkaRaftServer start(Map<String, String> properties) {
		KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
		try {
			server.startup();
			return server;
		}
		catch (RuntimeException ex) {
			// what has started already would hold ports and files
			server.shutdown();
			throw ex;
		}
	}

	private static void requireFree(int port) {
		if (!FreePorts.isFree(port)) {
			throw new EmbeddedServerException("The Kafka broker cannot start: port " + port + " is in use");
		}
	}

	/**
	 * The address that clients are given.
	 * @return host and port
	 */
	public String bootstrapServers() {
		return HOST + ":" + this.advertisedPort;
	}

	/**
	 * Waits until the broker has ended, by {@link #close()} or by a fatal error.
	 */
	public void awaitShutdown() {
		this.server.awaitShutdown();
	}

	/**
	 * Stops the broker cleanly and returns when it has let go of its files.
	 */
	@Override
	public void close() {
		this.server.shutdown();
		this.server.awaitShutdown();
	}

	private static void format(Path directory) throws Exception {
		// written last by the formatter: without it an interrupted formatting starts
		// again
		if (Files.exists(directory.resolve("meta.properties"))) {
			return;
		}
		createDirectory(directory);
		new Formatter().setClusterId(Uuid.randomUuid().toString())
			.setNodeId(1)
			.setControllerListenerName("CONTROLLER")
			.setMetadataLogDirectory(directory.toString())
			.addDirectory(directory.toString())
			.setIgnoreFormatted(true)
			.setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
			.setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
			.run();
	}

	private static void createDirectory(Path directory) {
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new EmbeddedServerException("Cannot make the folder " + directory, ex);
		}
	}

	private static Map<String, String> properties(Path directory, int brokerPort, int controllerPort,
			int advertisedPort) {
		Map<String, String> properties = new TreeMap<>();
		properties.put("process.roles", "broker,controller");
		properties.put("node.id", "1");
		properties.put("listeners",
				"PLAINTEXT://" + HOST + ":" + brokerPort + ",CONTROLLER://" + HOST + ":" + controllerPort);
		properties.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + advertisedPort);
		properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
		properties.put("controller.listener.names", "CONTROLLER");
		properties.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
		properties.put("log.dirs", directory.toString());
		addSingleNodeRules(properties);
		addLogRules(properties);
		return properties;
	}

	private static void addSingleNodeRules(Map<String, String> properties) {
		// after a kill the controller waits this long before it takes the broker back
		properties.put("broker.session.timeout.ms", "2000");
		properties.put("broker.heartbeat.interval.ms", "500");
		properties.put("group.initial.rebalance.delay.ms", "0");
		properties.put("offsets.topic.replication.factor", "1");
		properties.put("offsets.topic.num.partitions", "1");
		properties.put("transaction.state.log.replication.factor", "1");
		properties.put("transaction.state.log.min.isr", "1");
		properties.put("transaction.state.log.num.partitions", "1");
		properties.put("share.coordinator.state.topic.replication.factor", "1");
		properties.put("share.coordinator.state.topic.min.isr", "1");
		properties.put("share.coordinator.state.topic.num.partitions", "1");
		properties.put("num.network.threads", "2");
		properties.put("num.io.threads", "4");
	}

	private static void addLogRules(Map<String, String> properties) {
		properties.put("auto.create.topics.enable", "false");
		properties.put("log.retention.ms", "-1");
		properties.put("log.retention.bytes", "-1");
		properties.put("log.segment.bytes", String.valueOf(128 * 1024 * 1024));
		properties.put("log.index.size.max.bytes", String.valueOf(2 * 1024 * 1024));
		properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 * 1024 * 1024));
		if (Host.isWindows()) {
			// Windows does not let files be replaced that are mapped into memory
			properties.put("log.cleaner.enable", "false");
		}
	}

}
