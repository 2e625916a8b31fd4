package io.planstream.benchmark.application;

import java.util.Map;

import io.planstream.benchmark.contender.Amount;
import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.measure.ProcessMeter;
import io.planstream.benchmark.measure.Repetition;
import io.planstream.local.run.IngestApi;
import io.planstream.local.run.RunRequest;
import io.planstream.local.stack.Engine;
import io.planstream.local.stack.Preflight;

/**
 * From the request, inspection included, until the run reconciles. The applications are
 * started anew for each repetition, which is not part of it; the servers stay. As they
 * are services that stay up, they are mostly measured when they have ingested something.
 *
 * @param label what it is called
 * @param amount how many rows
 * @param files which files
 * @param engine what applies
 * @param instances how many of it
 * @param partitions partitions of the topics
 * @param warmsUp whether a smaller run comes first
 */
public record WholeWay(Label label, Amount amount, Files files, Engine engine, int instances, int partitions,
		boolean warmsUp) implements Contender {

	private static final int PARTITIONS = 6;

	private static final String GROWTH = "growth";

	/** Rates and plans. */
	public static final Contender RATES = of("whole", "Rate.csv and PlanAttributes.csv, from request to reconciled",
			Files.RATES, Engine.CONSUMER, true);

	/** Rates and plans, the first that the applications do. */
	public static final Contender COLD = of("whole-cold", "as whole, the first run of applications just started",
			Files.RATES, Engine.CONSUMER, false);

	/** All files, the first that the applications do. */
	public static final Contender ALL = of("whole-all",
			"all eight files, from request to reconciled, the first run of applications just started", Files.ALL,
			Engine.CONSUMER, false);

	/** Rates and plans by Spark. */
	public static final Contender SPARK = of("spark", "as whole, with Spark as engine", Files.RATES, Engine.SPARK,
			true);

	private static WholeWay of(String id, String title, Files files, Engine engine, boolean warmsUp) {
		return new WholeWay(new Label(id, "planstream", title), Amount.ALL, files, engine, 1, PARTITIONS, warmsUp);
	}

	/**
	 * The whole way of rates and plans at a part of the size.
	 * @param divisor which part
	 * @return the contender
	 */
	public static Contender size(int divisor) {
		String rows = (divisor == 1) ? "whole, all of the rows" : "whole, one row in " + divisor;
		return growth("size-" + divisor, rows + ", 6 partitions, 1 consumer-app", 1.0 / divisor, 1, PARTITIONS);
	}

	/**
	 * The whole way of a quarter of rates and plans by topics of more or fewer
	 * partitions.
	 * @param partitions how many
	 * @return the contender
	 */
	public static Contender partitions(int partitions) {
		return growth("partitions-" + partitions, "whole, one row in 4, partitions of a topic: " + partitions, 0.25, 1,
				partitions);
	}

	/**
	 * The whole way of a quarter of rates and plans with more instances of consumer-app.
	 * @param instances how many
	 * @return the contender
	 */
	public static Contender instances(int instances) {
		return growth("instances-" + instances, "whole, one row in 4, instances of consumer-app: " + instances, 0.25,
				instances, PARTITIONS);
	}

	private static Contender growth(String id, String title, double share, int instances, int partitions) {
		return new WholeWay(new Label(id, GROWTH, title), Amount.part(share), Files.RATES, Engine.CONSUMER, instances,
				partitions, true);
	}

	@Override
	public Trial begin(Ground ground) {
		new Preflight(ground.servers().home(), ground.project(), this.engine).check();
		return Applications.trial(ground, Map.of("PLANSTREAM_PARTITIONS", String.valueOf(this.partitions)),
				(applications, rounds) -> {
					applications.startAppliers(this.engine, this.instances);
					return rounds.run((sample) -> run(applications, sample));
				});
	}

	private Repetition run(Applications applications, Sample sample) throws Exception {
		IngestApi api = applications.api(this.files.of(sample));
		try (Progress progress = applications.progress()) {
			ProcessMeter meter = ProcessMeter.begin(applications.processes());
			long begun = System.nanoTime();
			String runId = api.start(request(this.files, sample)).runId();
			progress.awaitEnd(runId);
			double seconds = (System.nanoTime() - begun) / 1e9;
			Repetition repetition = new Repetition(this.files.rows(sample), seconds, meter.end());
			this.files.require(sample, api.run(runId));
			return repetition;
		}
	}

	/** As a new run, though an earlier one has ingested the same. */
	static RunRequest request(Files files, Sample sample) {
		return new RunRequest(files.of(sample).stream().map(Object::toString).toList(), null, true, false);
	}

}
