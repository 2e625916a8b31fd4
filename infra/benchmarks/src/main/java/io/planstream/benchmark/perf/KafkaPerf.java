package io.planstream.benchmark.perf;

import java.util.ArrayList;
import java.util.List;

import io.planstream.benchmark.bare.Clients;
import io.planstream.benchmark.bare.RecordSize;
import io.planstream.benchmark.bare.Topics;
import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Program;
import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.ground.Servers;
import io.planstream.benchmark.measure.Repetition;

/**
 * {@code kafka-producer-perf-test} and {@code kafka-consumer-perf-test} with as many
 * records as there are rates, of the mean size of a rate's message. Their content is
 * random, which does not compress. The tools end with their work, so that their warm-up
 * is one of the servers alone.
 */
public enum KafkaPerf implements Contender {

	/** With the producer's settings of ingest-app. */
	PRODUCER("kafka-perf-producer", "kafka-producer-perf-test, records of the same size with random content") {

		@Override
		Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
			return perform(ground, servers, sample, "producer", producerArguments(servers, sample, topic));
		}

	},

	/** One consumer, with the tool's own settings. */
	CONSUMER("kafka-perf-consumer", "kafka-consumer-perf-test on these records, its start included") {

		@Override
		Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
			perform(ground, servers, sample, "producer", producerArguments(servers, sample, topic));
			return perform(ground, servers, sample, "consumer",
					List.of("--bootstrap-server", servers.bootstrapServers(), "--topic", topic, "--messages",
							String.valueOf(sample.rateRows()), "--fetch-size", "4194304"));
		}

	};

	private final Label label;

	KafkaPerf(String id, String title) {
		this.label = new Label(id, "kafka", title);
	}

	@Override
	public Label label() {
		return this.label;
	}

	@Override
	public Trial begin(Ground ground) {
		Servers servers = ground.servers();
		return (rounds) -> {
			try (Topics topics = new Topics(servers.bootstrapServers())) {
				return rounds.run((sample) -> run(ground, servers, sample, topics.make()));
			}
		};
	}

	abstract Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception;

	private static List<String> producerArguments(Servers servers, Sample sample, String topic) throws Exception {
		List<String> arguments = new ArrayList<>(
				List.of("--topic", topic, "--num-records", String.valueOf(sample.rateRows()), "--record-size",
						String.valueOf(RecordSize.of(sample)), "--throughput", "-1", "--producer-props"));
		Clients.producer(servers.bootstrapServers()).forEach((name, value) -> arguments.add(name + "=" + value));
		return arguments;
	}

	private static Repetition perform(Ground ground, Servers servers, Sample sample, String tool,
			List<String> toolArguments) throws Exception {
		List<String> arguments = new ArrayList<>(List.of(tool, String.valueOf(sample.rateRows())));
		arguments.addAll(toolArguments);
		try (Program program = ground.program(PerfMain.class, List.of("-Xmx384m"), arguments.toArray(String[]::new))) {
			return program.measure(servers, tool);
		}
	}

}
