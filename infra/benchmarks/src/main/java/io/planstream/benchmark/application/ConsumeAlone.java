package io.planstream.benchmark.application;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Rounds;
import io.planstream.benchmark.ground.Wait;
import io.planstream.benchmark.measure.ProcessMeter;
import io.planstream.benchmark.measure.Repetition;
import io.planstream.local.run.IngestApi;
import io.planstream.local.stack.Engine;

/**
 * consumer-app on a backlog of two runs, the warm-up's before the one that counts: from
 * the moment at which it has applied as many rows as the warm-up has until it has applied
 * all, so that neither its start nor the compilation of its code is part of it. It counts
 * rows, whichever run they are of, because listeners do not get to the second run at the
 * same time. ingest-app has published all and is idle.
 */
public final class ConsumeAlone implements Contender {

	/** Rows are applied many at a time, so that small files have few steps to measure. */
	private static final double LEAST_SHARE = 0.5;

	@Override
	public Label label() {
		return new Label("consume", "planstream", "consumer-app alone on a backlog, after the rows of the warm-up");
	}

	@Override
	public Trial begin(Ground ground) {
		return Applications.trial(ground, Map.of(), ConsumeAlone::run);
	}

	private static Repetition run(Applications applications, Rounds rounds) throws Exception {
		IngestApi api = applications.api(files(rounds));
		try (Progress progress = applications.progress()) {
			String warmUpId = IngestAlone.publish(api, progress, rounds.warmUp());
			// what it has published is applied all the same, and small samples are of one
			// content, of which only one run may be running
			IngestAlone.stop(api, progress, warmUpId);
			String runId = IngestAlone.publish(api, progress, rounds.measured());
			Repetition repetition = apply(applications, new Backlog(progress, warmUpId, runId));
			progress.awaitEnd(runId);
			Files.RATES.require(rounds.measured(), api.run(runId));
			return requireMost(repetition, Files.RATES.rows(rounds.measured()));
		}
	}

	private static List<Path> files(Rounds rounds) {
		return Stream.of(rounds.warmUp(), rounds.measured()).map(Files.RATES::of).flatMap(List::stream).toList();
	}

	private static Repetition apply(Applications applications, Backlog backlog) throws Exception {
		long few = backlog.warmUpRows();
		long all = backlog.rows();
		applications.launchApplier(Engine.CONSUMER);
		Wait.until("As many rows as the warm-up has are applied", Progress.LIMIT, () -> backlog.applied() >= few);
		ProcessMeter meter = ProcessMeter.begin(applications.processes());
		long before = backlog.applied();
		long begun = System.nanoTime();
		Wait.until("All rows are applied", Progress.LIMIT, () -> backlog.applied() >= all);
		double seconds = (System.nanoTime() - begun) / 1e9;
		return new Repetition(all - before, seconds, meter.end());
	}

	private static Repetition requireMost(Repetition repetition, long rows) {
		if (repetition.rows() < LEAST_SHARE * rows) {
			throw new IllegalStateException(
					"Only " + repetition.rows() + " of " + rows + " rows were left to measure; take a larger scale");
		}
		return repetition;
	}

	/**
	 * What two runs have published.
	 *
	 * @param progress the database
	 * @param warmUpId the first run
	 * @param runId the second run
	 */
	private record Backlog(Progress progress, String warmUpId, String runId) {

		long warmUpRows() throws SQLException {
			return this.progress.published(this.warmUpId);
		}

		long rows() throws SQLException {
			return warmUpRows() + this.progress.published(this.runId);
		}

		long applied() throws SQLException {
			return this.progress.applied(this.warmUpId) + this.progress.applied(this.runId);
		}

	}

}
