package io.planstream.benchmark.latency;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.planstream.benchmark.application.Applications;
import io.planstream.benchmark.application.Progress;
import io.planstream.benchmark.contender.Amount;
import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.ground.Servers;
import io.planstream.benchmark.ground.Wait;
import io.planstream.benchmark.measure.ProcessMeter;
import io.planstream.benchmark.measure.Repetition;
import io.planstream.local.run.IngestApi;
import io.planstream.local.run.RunRequest;
import io.planstream.local.stack.Engine;
import io.planstream.model.dataset.Dataset;
import org.apache.kafka.common.TopicPartition;

/**
 * Rates at a steady pace for 20 seconds, the first five of which do not count: how long
 * each row takes from the producer to a committed transaction that another connection to
 * the database sees, looked for every few milliseconds.
 *
 * @param rowsPerSecond the pace
 */
public record PacedRun(int rowsPerSecond) implements Contender {

	private static final Duration LENGTH = Duration.ofSeconds(20);

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private static final String TOPIC = Dataset.RATE.topic();

	@Override
	public Label label() {
		return new Label("latency-" + this.rowsPerSecond, "latency", String.format(Locale.ROOT,
				"from published to visible in the database at %,d rows per second", this.rowsPerSecond));
	}

	@Override
	public Amount amount() {
		return Amount.atLeast(this.rowsPerSecond * (LENGTH.toSeconds() + 2));
	}

	@Override
	public boolean warmsUp() {
		return false;
	}

	@Override
	public Trial begin(Ground ground) {
		Servers servers = ground.servers();
		return Applications.trial(ground, Map.of(),
				(applications, rounds) -> run(servers, applications, rounds.measured()));
	}

	private Repetition run(Servers servers, Applications applications, Sample sample) throws Exception {
		applications.startAppliers(Engine.CONSUMER, 1);
		IngestApi api = applications.api(List.of(sample.rates()));
		RecordTimes times = new RecordTimes(servers.bootstrapServers(), TOPIC);
		try (Progress progress = applications.progress(); Connection connection = servers.connect()) {
			progress.awaitEnd(api.start(request(sample.plans(), null)).runId());
			Sightings sightings = new Sightings(connection, TOPIC);
			Map<TopicPartition, Long> from = times.ends();
			ProcessMeter meter = ProcessMeter.begin(applications.processes());
			Thread watcher = new Thread(sightings, "bench-watcher");
			watcher.start();
			publish(api, progress, sample);
			Map<TopicPartition, Long> to = times.ends();
			Wait.until("All records are applied", LIMIT,
					() -> to.entrySet()
						.stream()
						.allMatch((each) -> each.getValue().equals(from.get(each.getKey()))
								|| sightings.isSeen(each.getKey().partition(), each.getValue())));
			sightings.end();
			watcher.join();
			return repetition(times.delays(from, to, sightings), meter);
		}
	}

	private void publish(IngestApi api, Progress progress, Sample sample) throws Exception {
		String runId = api.start(request(sample.rates(), this.rowsPerSecond)).runId();
		Wait.until("The first rows are published", LIMIT,
				() -> progress.published(runId) > 0 || progress.isOver(runId));
		long end = System.nanoTime() + LENGTH.toNanos();
		Wait.until("The run has lasted long enough", LIMIT, () -> System.nanoTime() > end || progress.isOver(runId));
		if (!progress.isOver(runId)) {
			api.act(runId, "stop");
		}
		progress.awaitEnd(runId);
	}

	private static RunRequest request(Path file, Integer rowsPerSecond) {
		return new RunRequest(List.of(file.toString()), rowsPerSecond, true, false);
	}

	private static Repetition repetition(Delays delays, ProcessMeter meter) {
		Map<String, Double> figures = new LinkedHashMap<>();
		figures.put("p50 ms", delays.percentile(50));
		figures.put("p99 ms", delays.percentile(99));
		figures.put("max ms", delays.percentile(100));
		figures.put("rows per second reached", delays.rowsPerSecond());
		return new Repetition(delays.total(), 0, meter.end(), figures);
	}

}
