package io.planstream.benchmark.application;

import java.util.Map;

import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.ground.Wait;
import io.planstream.benchmark.measure.ProcessMeter;
import io.planstream.benchmark.measure.Repetition;
import io.planstream.local.run.IngestApi;

/**
 * ingest-app without anything that applies: from the request, inspection included, until
 * the last slice is published.
 */
public final class IngestAlone implements Contender {

	@Override
	public Label label() {
		return new Label("ingest", "planstream", "ingest-app alone, from request to the last slice published");
	}

	@Override
	public Trial begin(Ground ground) {
		return Applications.trial(ground, Map.of(),
				(applications, rounds) -> rounds.run((sample) -> run(applications, sample)));
	}

	private static Repetition run(Applications applications, Sample sample) throws Exception {
		IngestApi api = applications.api(Files.RATES.of(sample));
		try (Progress progress = applications.progress()) {
			ProcessMeter meter = ProcessMeter.begin(applications.processes());
			long begun = System.nanoTime();
			String runId = publish(api, progress, sample);
			double seconds = (System.nanoTime() - begun) / 1e9;
			Repetition repetition = new Repetition(progress.published(runId), seconds, meter.end());
			stop(api, progress, runId);
			return repetition.requireRows(Files.RATES.rows(sample));
		}
	}

	static String publish(IngestApi api, Progress progress, Sample sample) throws Exception {
		String runId = api.start(WholeWay.request(Files.RATES, sample)).runId();
		Wait.until("All slices are published", Progress.LIMIT, () -> progress.openSlices(runId) == 0);
		return runId;
	}

	/** Nothing applies it, so it would never be complete; the next one is a new run. */
	static void stop(IngestApi api, Progress progress, String runId) throws Exception {
		api.act(runId, "stop");
		progress.awaitEnd(runId);
	}

}
