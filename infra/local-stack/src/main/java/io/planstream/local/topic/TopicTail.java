package io.planstream.local.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.record.RecordDecoder;
import io.planstream.model.avro.UndecodableRecordException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows the records of a topic as they pass, decoded, one JSON object a line. Reads
 * without a group, so nobody else's position moves. For one thread.
 */
public final class TopicTail {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final String bootstrapServers;

	private final Terminal terminal;

	private final RecordDecoder decoder = new RecordDecoder();

	/**
	 * Makes a reader.
	 * @param bootstrapServers the broker
	 * @param terminal where the lines go
	 */
	public TopicTail(String bootstrapServers, Terminal terminal) {
		this.bootstrapServers = bootstrapServers;
		this.terminal = terminal;
	}

	/**
	 * Finds a topic by its name or its dataset's.
	 * @param name for example {@code marketplace.rate.v1} or {@code rate}
	 * @return the topic's full name
	 * @throws Problem if there is none
	 */
	public String find(String name) {
		Set<String> topics = topics();
		for (String candidate : List.of(name, "marketplace." + name + ".v1")) {
			if (topics.contains(candidate)) {
				return candidate;
			}
		}
		throw new Problem("NO_SUCH_TOPIC", "There is no topic " + name,
				topics.isEmpty() ? "Topics are made by the first run: ./planstream demo"
						: "There are " + topics.stream().sorted().collect(Collectors.joining(", ")));
	}

	private Set<String> topics() {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.bootstrapServers))) {
			return admin.listTopics().names().get();
		}
		catch (ExecutionException ex) {
			throw new Problem("BROKER_NOT_ANSWERING", "The broker does not answer: " + ex.getCause().getMessage(),
					"Look at ./planstream status.", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("INTERRUPTED", "Interrupted while waiting for the broker", "", ex);
		}
	}

	/**
	 * Shows records.
	 * @param topic the topic's full name
	 * @param fromBeginning whether what is there already is shown too
	 * @param max how many, or a huge number to go on until interrupted
	 */
	public void show(String topic, boolean fromBeginning, long max) {
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", this.bootstrapServers, "auto.offset.reset", "earliest"),
				new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((PartitionInfo partition) -> new TopicPartition(topic, partition.partition()))
				.toList();
			consumer.assign(partitions);
			if (fromBeginning) {
				consumer.seekToBeginning(partitions);
			}
			else {
				consumer.seekToEnd(partitions);
			}
			show(consumer, max);
		}
	}

	private void show(KafkaConsumer<String, byte[]> consumer, long max) {
		long shown = 0;
		while (shown < max) {
			for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(500))) {
				if (shown < max) {
					this.terminal.line(JSON.writeValueAsString(line(message)));
					shown++;
				}
			}
		}
	}

	private ObjectNode line(ConsumerRecord<String, byte[]> message) {
		ObjectNode line = JSON.createObjectNode();
		line.put("partition", message.partition());
		line.put("offset", message.offset());
		line.put("key", message.key());
		try {
			describe(this.decoder.decode(message.value()), line);
		}
		catch (UndecodableRecordException ex) {
			line.put("undecodable", ex.getMessage());
		}
		return line;
	}

	/** The run is known by its hexadecimal name everywhere else too. */
	private static void describe(PublishedRecord published, ObjectNode line) {
		Provenance from = published.provenance();
		line.put("kind", published.getClass().getSimpleName());
		line.put("run", from.run().toString());
		line.put("file", from.file());
		line.put("slice", from.slice());
		ObjectNode content = JSON.valueToTree(published);
		content.remove("provenance");
		line.setAll(content);
	}

}
