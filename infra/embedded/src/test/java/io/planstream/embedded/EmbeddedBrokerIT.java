package io.planstream.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class EmbeddedBrokerIT {

	private static final TopicPartition PARTITION = new TopicPartition("letters", 0);

	private final List<Process> started = new ArrayList<>();

	private Path folder;

	private List<Integer> ports;

	@BeforeEach
	void makeFolder() throws Exception {
		this.folder = TestFolder.create("broker");
		this.ports = FreePorts.pick(2);
	}

	@AfterEach
	void removeAll() throws Exception {
		for (Process process : this.started) {
			kill(process);
		}
		MariaDbFiles.deleteRecursively(this.folder);
	}

	@Test
	void keepsRecordsWhenItsProcessIsKilled() throws Exception {
		Process first = startProcess();
		createTopic();
		send("a");
		kill(first);

		startProcess();
		send("b");

		assertThat(read(2)).containsExactly("a", "b");
	}

	@Test
	void endsCleanlyOnATerminationSignal() throws Exception {
		Process process = startProcess();

		process.toHandle().destroy();

		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(this.folder.resolve("data").resolve(".kafka_cleanshutdown")).exists();
	}

	@Test
	void runsInsideThisVirtualMachineToo() throws Exception {
		try (EmbeddedBroker broker = EmbeddedBroker.start(this.folder.resolve("data"), this.ports.get(0),
				this.ports.get(1))) {
			assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + this.ports.get(0));
			createTopic();
			send("a");
		}
		try (EmbeddedBroker broker = EmbeddedBroker.start(this.folder.resolve("data"), this.ports.get(0),
				this.ports.get(1))) {
			assertThat(broker.bootstrapServers()).isNotEmpty();
			assertThat(read(1)).containsExactly("a");
		}
	}

	@Test
	void makesNoTopicJustBecauseItIsNamed() throws Exception {
		startProcess();
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				clientProperties("max.block.ms", "1000", "key.serializer", StringSerializer.class.getName(),
						"value.serializer", StringSerializer.class.getName()))) {
			assertThatExceptionOfType(Exception.class)
				.isThrownBy(() -> producer.send(new ProducerRecord<>("typo", "x")).get());
		}
		try (Admin admin = Admin.create(clientProperties())) {
			assertThat(admin.listTopics().names().get()).doesNotContain("typo");
		}
	}

	@Test
	void saysWhichPortItCouldNotHave() throws Exception {
		startProcess();

		assertThatExceptionOfType(EmbeddedServerException.class).isThrownBy(
				() -> EmbeddedBroker.start(this.folder.resolve("other"), this.ports.get(0), FreePorts.pick()).close())
			.withMessageContaining("port " + this.ports.get(0));
	}

	private Process startProcess() throws Exception {
		Path output = this.folder.resolve("broker-" + this.started.size() + ".log");
		Process process = DetachedProcess.start(List.of(Host.javaTool("java"), "-Xmx256m", "-cp",
				System.getProperty("java.class.path"), BrokerMain.class.getName(),
				this.folder.resolve("data").toString(), this.ports.get(0).toString(), this.ports.get(1).toString()),
				Map.of(), this.folder, output);
		this.started.add(process);
		await().atMost(Duration.ofSeconds(60))
			.until(() -> Files.readString(output, StandardCharsets.UTF_8).contains(BrokerMain.READY));
		return process;
	}

	private static void kill(Process process) throws Exception {
		process.destroyForcibly();
		process.waitFor(10, TimeUnit.SECONDS);
	}

	private void createTopic() throws Exception {
		try (Admin admin = Admin.create(clientProperties())) {
			admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1))).all().get();
		}
	}

	private void send(String value) throws Exception {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(clientProperties("key.serializer",
				StringSerializer.class.getName(), "value.serializer", StringSerializer.class.getName()))) {
			producer.send(new ProducerRecord<>(PARTITION.topic(), value)).get();
		}
	}

	private List<String> read(int count) {
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(clientProperties("key.deserializer",
				StringDeserializer.class.getName(), "value.deserializer", StringDeserializer.class.getName()))) {
			consumer.assign(List.of(PARTITION));
			consumer.seekToBeginning(List.of(PARTITION));
			List<String> values = new ArrayList<>();
			await().atMost(Duration.ofSeconds(30)).until(() -> {
				for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(500))) {
					values.add(found.value());
				}
				return values.size() >= count;
			});
			return values;
		}
	}

	private Map<String, Object> clientProperties(String... more) {
		Map<String, Object> properties = new java.util.HashMap<>();
		properties.put("bootstrap.servers", "127.0.0.1:" + this.ports.get(0));
		for (int i = 0; i < more.length; i += 2) {
			properties.put(more[i], more[i + 1]);
		}
		return properties;
	}

}
