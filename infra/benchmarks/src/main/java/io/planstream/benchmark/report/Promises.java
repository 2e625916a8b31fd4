package io.planstream.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.planstream.benchmark.measure.Result;

/**
 * What PlanStream promises of its speed, held against what was measured in one run.
 */
final class Promises {

	private static final long WHOLE_DATA_SET = 18_000_000;

	private final Map<String, Result> results;

	private final List<Verdict> verdicts = new ArrayList<>();

	private Promises(List<Result> results) {
		this.results = results.stream()
			.filter((result) -> result.failure() == null)
			.collect(Collectors.toMap(Result::name, Function.identity()));
	}

	static List<Verdict> of(List<Result> results) {
		Promises promises = new Promises(results);
		promises.ratio("whole", "load-data", 2, "x", "aim 3x");
		promises.ratio("whole-cold", "load-data", 2, "x", "aim 3x");
		promises.ratio("whole", "bare-both", 50, " %", "aim 70 %");
		promises.ratio("whole", "batch-stock", 4, "x", "");
		promises.ratio("ingest", "bare-ingest", 65, " %", "");
		promises.ratio("consume", "bare-consume", 55, " %", "");
		promises.wholeDataSet();
		promises.latency();
		return promises.verdicts;
	}

	private void ratio(String ours, String theirs, double wanted, String unit, String note) {
		Result one = this.results.get(ours);
		Result other = this.results.get(theirs);
		if (one != null && other != null) {
			double ratio = one.rowsPerSecond().median() / other.rowsPerSecond().median();
			this.verdicts.add(new Verdict(ours + " to " + theirs + ", rows per second",
					unit.equals("x") ? ratio : 100 * ratio, wanted, false, unit, note));
		}
	}

	/** Smaller ones say nothing of the time that all of it takes. */
	private void wholeDataSet() {
		Result all = this.results.get("whole-all");
		if (all != null && all.rows() >= WHOLE_DATA_SET) {
			this.verdicts.add(new Verdict("the whole data set, from request to reconciled", all.seconds().median(), 120,
					true, " s", ""));
		}
	}

	private void latency() {
		Result latency = this.results.get("latency-20000");
		if (latency != null) {
			this.verdicts.add(new Verdict("99 % of rows visible at 20,000 rows per second",
					latency.figures().get("p99 ms").median(), 1000, true, " ms", ""));
		}
	}

}
