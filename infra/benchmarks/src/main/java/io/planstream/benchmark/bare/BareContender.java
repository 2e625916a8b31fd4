package io.planstream.benchmark.bare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Program;
import io.planstream.benchmark.ground.Program.Work;
import io.planstream.benchmark.ground.Rounds;
import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.ground.Servers;
import io.planstream.benchmark.measure.ProcessMeter;
import io.planstream.benchmark.measure.ProcessUse;
import io.planstream.benchmark.measure.Repetition;

/**
 * Plain clients on Rate.csv: what no program that does more can reach on this machine.
 */
public enum BareContender implements Contender {

	/** From the file to the broker's acknowledgement. */
	INGEST("bare-ingest", "Rate.csv by FastCSV and a plain producer, nothing checked or kept") {

		@Override
		Repetition run(Ground ground, Servers servers, Rounds rounds) throws Exception {
			try (Topics topics = new Topics(servers.bootstrapServers());
					Program ingest = ingest(ground, servers, rounds)) {
				return rounds
					.run((sample) -> ingest.measure(servers, ProcessUse.PUBLISHER, toIngest(topics.make(), sample))
						.requireRows(sample.rateRows()));
			}
		}

	},

	/** From the broker to folded changes. */
	CONSUME("bare-consume", "the same records by plain consumers, decoded and folded, nothing written") {

		@Override
		Repetition run(Ground ground, Servers servers, Rounds rounds) throws Exception {
			try (Topics topics = new Topics(servers.bootstrapServers()); Program consume = consume(ground, servers)) {
				return rounds.run((sample) -> {
					String topic = topics.make();
					publish(ground, servers, sample, topic);
					return consume.measure(servers, ProcessUse.APPLIER, toConsume(topic, sample))
						.requireRows(sample.rateRows());
				});
			}
		}

		/** In another process, which has ended when the records are read. */
		private void publish(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
			try (Program ingest = ingest(ground, servers, new Rounds(null, sample))) {
				ingest.go(toIngest(topic, sample));
				ingest.await();
			}
		}

	},

	/** Both at the same time. */
	BOTH("bare-both", "both at once: the ceiling of the whole way") {

		@Override
		Repetition run(Ground ground, Servers servers, Rounds rounds) throws Exception {
			try (Topics topics = new Topics(servers.bootstrapServers());
					Program consume = consume(ground, servers);
					Program ingest = ingest(ground, servers, rounds)) {
				return rounds.run((sample) -> atOnce(servers, consume, ingest, sample, topics.make()));
			}
		}

		private Repetition atOnce(Servers servers, Program consume, Program ingest, Sample sample, String topic)
				throws Exception {
			ProcessMeter meter = ProcessMeter.begin(servers
				.with(Map.of(ProcessUse.PUBLISHER, ingest.process(), ProcessUse.APPLIER, consume.process())));
			long begun = System.nanoTime();
			consume.go(toConsume(topic, sample));
			ingest.go(toIngest(topic, sample));
			// first, for the other waits for all rows
			ingest.await();
			Work work = consume.await();
			double seconds = (System.nanoTime() - begun) / 1e9;
			return new Repetition(work.rows(), seconds, meter.end()).requireRows(sample.rateRows());
		}

	};

	private final Label label;

	BareContender(String id, String title) {
		this.label = new Label(id, "bare", title);
	}

	@Override
	public Label label() {
		return this.label;
	}

	@Override
	public Trial begin(Ground ground) {
		Servers servers = ground.servers();
		return (rounds) -> run(ground, servers, rounds);
	}

	/** In new processes, each round on a new topic. */
	abstract Repetition run(Ground ground, Servers servers, Rounds rounds) throws Exception;

	/** With the heap of ingest-app. It knows the plans before it is measured. */
	private static Program ingest(Ground ground, Servers servers, Rounds rounds) throws Exception {
		List<String> arguments = new ArrayList<>(
				List.of(servers.bootstrapServers(), rounds.measured().plans().toString()));
		if (rounds.warmUp() != null) {
			arguments.add(rounds.warmUp().plans().toString());
		}
		return ground.program(BareIngest.class, List.of("-Xmx256m", "-Xmn112m", "-XX:SurvivorRatio=4"),
				arguments.toArray(String[]::new));
	}

	private static String[] toIngest(String topic, Sample sample) {
		return new String[] { topic, sample.rates().toString() };
	}

	/** With the heap of consumer-app. */
	private static Program consume(Ground ground, Servers servers) throws Exception {
		return ground.program(BareConsume.class,
				List.of("-Xmx384m", "-Xmn224m", "-XX:SurvivorRatio=3", "-XX:TargetSurvivorRatio=90"),
				servers.bootstrapServers());
	}

	private static String[] toConsume(String topic, Sample sample) {
		return new String[] { topic, String.valueOf(sample.rateRows()) };
	}

}
