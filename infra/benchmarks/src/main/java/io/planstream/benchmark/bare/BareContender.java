package io.planstream.benchmark.bare;

import java.util.List;
import java.util.Map;

import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Program;
import io.planstream.benchmark.ground.Program.Work;
import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.ground.Servers;
import io.planstream.benchmark.measure.ProcessMeter;
import io.planstream.benchmark.measure.Repetition;

/**
 * Plain clients on Rate.csv: what no program that does more can reach on this machine.
 */
public enum BareContender implements Contender {

	/** From the file to the broker's acknowledgement. */
	INGEST("bare-ingest", "Rate.csv by FastCSV and a plain producer, nothing checked or kept") {

		@Override
		Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
			try (Program ingest = ingest(ground, servers, sample, topic)) {
				ProcessMeter meter = ProcessMeter.begin(servers.with(Map.of(PUBLISHER, ingest.process())));
				ingest.go();
				Work work = ingest.await();
				return repetition(work, work.seconds(), sample, meter);
			}
		}

	},

	/** From the broker to folded changes. */
	CONSUME("bare-consume", "the same records by plain consumers, decoded and folded, nothing written") {

		@Override
		Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
			try (Program ingest = ingest(ground, servers, sample, topic)) {
				ingest.go();
				ingest.await();
			}
			try (Program consume = consume(ground, servers, sample, topic)) {
				ProcessMeter meter = ProcessMeter.begin(servers.with(Map.of(APPLIER, consume.process())));
				consume.go();
				Work work = consume.await();
				return repetition(work, work.seconds(), sample, meter);
			}
		}

	},

	/** Both at the same time. */
	BOTH("bare-both", "both at once: the ceiling of the whole way") {

		@Override
		Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
			try (Program consume = consume(ground, servers, sample, topic);
					Program ingest = ingest(ground, servers, sample, topic)) {
				ProcessMeter meter = ProcessMeter
					.begin(servers.with(Map.of(PUBLISHER, ingest.process(), APPLIER, consume.process())));
				long begun = System.nanoTime();
				consume.go();
				ingest.go();
				Work work = consume.await();
				double seconds = (System.nanoTime() - begun) / 1e9;
				ingest.await();
				return repetition(work, seconds, sample, meter);
			}
		}

	};

	private static final String PUBLISHER = "publisher";

	private static final String APPLIER = "applier";

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
		return Clients.trial(servers.bootstrapServers(), (sample, topic) -> run(ground, servers, sample, topic));
	}

	abstract Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception;

	/** With the heap of ingest-app. */
	private static Program ingest(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
		return ground.program(BareIngest.class, List.of("-Xmx256m"), servers.bootstrapServers(), topic,
				sample.rates().toString(), sample.plans().toString());
	}

	/** With the heap of consumer-app. */
	private static Program consume(Ground ground, Servers servers, Sample sample, String topic) throws Exception {
		return ground.program(BareConsume.class, List.of("-Xmx384m", "-Xmn192m", "-XX:SurvivorRatio=3"),
				servers.bootstrapServers(), topic, String.valueOf(sample.rateRows()));
	}

	private static Repetition repetition(Work work, double seconds, Sample sample, ProcessMeter meter) {
		if (work.rows() != sample.rateRows()) {
			throw new IllegalStateException(work.rows() + " rows instead of " + sample.rateRows());
		}
		return new Repetition(work.rows(), seconds, meter.end());
	}

}
