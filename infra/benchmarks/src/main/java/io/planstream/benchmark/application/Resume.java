package io.planstream.benchmark.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.planstream.benchmark.contender.Amount;
import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.ground.Wait;
import io.planstream.benchmark.measure.ProcessMeter;
import io.planstream.benchmark.measure.Repetition;
import io.planstream.local.run.IngestApi;
import io.planstream.local.stack.Engine;

/**
 * A run that is stopped at a tenth, a half and nine tenths of its rows: how long it takes
 * from the request to resume it to the first new rows that are published. Then it has to
 * reconcile.
 */
public final class Resume implements Contender {

	private static final List<Integer> PERCENTS = List.of(10, 50, 90);

	@Override
	public Label label() {
		return new Label("resume", "growth",
				"a run stopped at 10, 50 and 90 %, from the request to resume to the first new rows");
	}

	@Override
	public Trial begin(Ground ground) {
		return Applications.trial(ground, Map.of(), (applications, rounds) -> run(applications, rounds.measured()));
	}

	@Override
	public Amount amount() {
		return Amount.atLeast(2_000_000);
	}

	@Override
	public boolean warmsUp() {
		return false;
	}

	private static Repetition run(Applications applications, Sample sample) throws Exception {
		applications.startAppliers(Engine.CONSUMER, 1);
		IngestApi api = applications.api(Files.RATES.of(sample));
		Map<String, Double> figures = new LinkedHashMap<>();
		try (Progress progress = applications.progress()) {
			ProcessMeter meter = ProcessMeter.begin(applications.processes());
			String runId = api.start(WholeWay.request(Files.RATES, sample)).runId();
			for (int percent : PERCENTS) {
				long rows = Files.RATES.rows(sample) * percent / 100;
				Wait.until("So many rows are published: " + rows, Progress.LIMIT,
						() -> progress.published(runId) >= rows);
				figures.put(String.format(Locale.ROOT, "resumed at %d %%, ms", percent),
						stopAndResume(api, progress, runId));
			}
			progress.awaitEnd(runId);
			Repetition repetition = new Repetition(Files.RATES.rows(sample), 0, meter.end(), figures);
			Files.RATES.require(sample, api.run(runId));
			return repetition;
		}
	}

	private static double stopAndResume(IngestApi api, Progress progress, String runId) throws Exception {
		api.act(runId, "stop");
		progress.awaitEnd(runId);
		long before = progress.published(runId);
		if (progress.openSlices(runId) == 0) {
			throw new IllegalStateException("All rows were published before it stopped; take a larger scale");
		}
		long begun = System.nanoTime();
		api.act(runId, "resume");
		Wait.until("New rows are published", Progress.LIMIT, () -> progress.published(runId) > before);
		return (System.nanoTime() - begun) / 1e6;
	}

}
