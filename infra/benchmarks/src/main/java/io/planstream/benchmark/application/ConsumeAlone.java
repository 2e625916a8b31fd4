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
import io.planstream.local.stack.Engine;

/**
 * consumer-app on a backlog: from its first commit to the last, so that its start is not
 * part of it. The rows of the first commit count, which are few at any size that is worth
 * measuring. ingest-app has published all and is idle.
 */
public final class ConsumeAlone implements Contender {

	@Override
	public Label label() {
		return new Label("consume", "planstream", "consumer-app alone on a backlog, from its first commit to its last");
	}

	@Override
	public Trial begin(Ground ground) {
		return Applications.trial(ground, Map.of(), ConsumeAlone::run);
	}

	private static Repetition run(Applications applications, Sample sample) throws Exception {
		IngestApi api = applications.api(Files.RATES.of(sample));
		try (Progress progress = applications.progress()) {
			String runId = IngestAlone.publish(api, progress, sample);
			long published = progress.published(runId);
			applications.launchApplier(Engine.CONSUMER);
			Wait.until("The first rows are applied", Progress.LIMIT, () -> progress.applied(runId) > 0);
			ProcessMeter meter = ProcessMeter.begin(applications.processes());
			long begun = System.nanoTime();
			Wait.until("All rows are applied", Progress.LIMIT, () -> progress.applied(runId) >= published);
			double seconds = (System.nanoTime() - begun) / 1e9;
			Repetition repetition = new Repetition(published, seconds, meter.end());
			progress.awaitEnd(runId);
			Files.RATES.require(sample, api.run(runId));
			return repetition.requireRows(Files.RATES.rows(sample));
		}
	}

}
