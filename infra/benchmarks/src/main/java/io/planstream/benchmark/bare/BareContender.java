package io.planstream.benchmark.bare;

import java.util.List;
import java.util.Map;

import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Program;
import io.planstream.benchmark.ground.Program.Work;
import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.ground.Servers;
import io.planstream.benchmark.measure.ProcessMeter;
import io.planstream.benchmark.measure.ProcessUse;
import io.planstream.benchmark.measure.Repetition;

/**
 * Plain clients on Rate.csv: what no program that does more can reach on this machine.
 */
public enum BareContender implements TopicContender {

	/** From the file to the broker's acknowledgement. */
	INGEST("bare-ingest", "Rate.csv by FastCSV and a plain producer, nothing checked or kept") {

		@Override
		public Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
			try (Program ingest = ingest(ground, servers, sample, topic)) {
				return ingest.measure(servers, ProcessUse.PUBLISHER).requireRows(sample.rateRows());
			}
		}

	},

	/** From the broker to folded changes. */
	CONSUME("bare-consume", "the same records by plain consumers, decoded and folded, nothing written") {

		@Override
		public Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
			try (Program ingest = ingest(ground, servers, sample, topic)) {
				ingest.go();
				ingest.await();
			}
			try (Program consume = consume(ground, servers, sample, topic)) {
				return consume.measure(servers, ProcessUse.APPLIER).requireRows(sample.rateRows());
			}
		}

	},

	/** Both at the same time. */
	BOTH("bare-both", "both at once: the ceiling of the whole way") {

		@Override
		public Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
			try (Program consume = consume(ground, servers, sample, topic);
					Program ingest = ingest(ground, servers, sample, topic)) {
				ProcessMeter meter = ProcessMeter.begin(servers
					.with(Map.of(ProcessUse.PUBLISHER, ingest.process(), ProcessUse.APPLIER, consume.process())));
				long begun = System.nanoTime();
				consume.go();
				ingest.go();
				Work work = consume.await();
				double seconds = (System.nanoTime() - begun) / 1e9;
				ingest.await();
				return new Repetition(work.rows(), seconds, meter.end()).requireRows(sample.rateRows());
			}
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

	/** With the heap of ingest-app. */
	private static Program ingest(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
		return ground.program(BareIngest.class, List.of("-Xmx256m"), servers.bootstrapServers(), topic,
				sample.rates().toString(), sample.plans().toString());
	}

	/** With the heap of consumer-app. */
	private static Program consume(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
		return ground.program(BareConsume.class,
				List.of("-Xmx384m", "-Xmn224m", "-XX:SurvivorRatio=3", "-XX:TargetSurvivorRatio=90"),
				servers.bootstrapServers(), topic, String.valueOf(sample.rateRows()));
	}

}
