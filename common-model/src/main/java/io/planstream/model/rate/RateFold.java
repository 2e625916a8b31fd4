package io.planstream.model.rate;

import java.util.List;
import java.util.stream.Stream;

import io.planstream.model.aggregate.AggregateTable;
import io.planstream.model.aggregate.Change;
import io.planstream.model.aggregate.Deltas;
import io.planstream.model.aggregate.HistogramBuckets;
import io.planstream.model.aggregate.Key;
import io.planstream.model.aggregate.Measure;
import io.planstream.model.aggregate.RowFold;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.record.PublishedRecord;

/**
 * Premiums at the grains that the questions need. Those by age, issuer, bucket and band
 * hold every row; the others the ages that plans are compared at.
 */
public final class RateFold implements RowFold {

	private static final List<String> COMPARED_AGES = List.of("21", "40", "60");

	private static final List<String> GROUP = List.of("run_id", "business_year", "state_code", "market", "coverage",
			"metal_level");

	private static final List<Measure> MEASURES = List.of(Measure.sum("rates"), Measure.sum("set_aside"),
			Measure.sum("premium_cents"), Measure.min("min_cents"), Measure.max("max_cents"));

	private static final AggregateTable BY_AGE = new AggregateTable("rate_by_age", plus(GROUP, "age", "tobacco"),
			Stream
				.concat(MEASURES.stream(),
						Stream.of("tobacco_rates", "tobacco_set_aside", "tobacco_cents", "tobacco_base_cents")
							.map(Measure::sum))
				.toList());

	private static final AggregateTable BY_ISSUER = new AggregateTable("rate_by_issuer", plus(GROUP, "issuer_id"),
			MEASURES);

	private static final AggregateTable BY_RATING_AREA = new AggregateTable("rate_by_rating_area",
			plus(GROUP, "rating_area", "age"), MEASURES);

	private static final AggregateTable BY_PLAN = new AggregateTable("plan_rate",
			List.of("run_id", "business_year", "state_code", "standard_component_id", "rating_area", "age"), MEASURES);

	private static final AggregateTable PREMIUMS = new AggregateTable("plan_premium",
			List.of("run_id", "business_year", "state_code", "standard_component_id"),
			COMPARED_AGES.stream()
				.flatMap((age) -> Stream.of(Measure.sum("rates_" + age), Measure.sum("cents_" + age)))
				.toList());

	private static final AggregateTable HISTOGRAM = new AggregateTable("rate_histogram", plus(GROUP, "bucket"),
			MEASURES);

	private static final AggregateTable BY_BAND = new AggregateTable("rate_by_band", plus(GROUP, "band"),
			MEASURES.subList(0, 3));

	/** The groups whose percentiles no longer follow from the histogram. */
	private static final AggregateTable STALE = new AggregateTable("rate_percentile_stale",
			List.of("run_id", "business_year", "state_code", "coverage"), List.of());

	private final Deltas byAge = new Deltas(BY_AGE);

	private final Deltas byIssuer = new Deltas(BY_ISSUER);

	private final Deltas byRatingArea = new Deltas(BY_RATING_AREA);

	private final Deltas byPlan = new Deltas(BY_PLAN);

	private final Deltas premiums = new Deltas(PREMIUMS);

	private final Deltas histogram = new Deltas(HISTOGRAM);

	private final Deltas byBand = new Deltas(BY_BAND);

	private final Deltas stale = new Deltas(STALE);

	private final Key age = new Key(8);

	private final Key issuer = new Key(7);

	private final Key ratingArea = new Key(8);

	private final Key plan = new Key(6);

	private final Key premium = new Key(4);

	private final Key bucket = new Key(7);

	private final Key band = new Key(7);

	private final Key percentile = new Key(4);

	/** The row whose group the keys hold, and its run. */
	private RateRow grouped;

	private String groupedRun;

	@Override
	public void add(String run, PublishedRecord.OfRow record) {
		RateRow row = (RateRow) record.row();
		if (!isOfGroup(run, row)) {
			hold(run, row);
		}
		boolean priced = row.priced();
		long cents = row.individualCents();
		long[] ofAge = this.byAge.at(this.age.set(6, row.age()).set(7, row.tobacco()));
		count(ofAge, priced, cents);
		countTobacco(ofAge, row, priced);
		count(this.byIssuer.at(this.issuer.set(6, row.issuerId())), priced, cents);
		int in = priced ? HistogramBuckets.of(cents) : HistogramBuckets.SET_ASIDE;
		count(this.histogram.at(this.bucket.set(6, in)), priced, cents);
		int of = priced ? PriceBand.of(cents) : PriceBand.SET_ASIDE;
		add(this.byBand.at(this.band.set(6, of)), priced, cents);
		if (COMPARED_AGES.contains(row.age())) {
			addCompared(row, priced);
		}
	}

	/**
	 * Neighbours mostly belong to the same plan. Its texts are then mostly the same
	 * objects; where they are not, keys are only filled once more.
	 */
	private boolean isOfGroup(String run, RateRow row) {
		RateRow last = this.grouped;
		return last != null && this.groupedRun == run && last.businessYear() == row.businessYear()
				&& last.stateCode() == row.stateCode() && last.plan().market() == row.plan().market()
				&& last.plan().coverage() == row.plan().coverage()
				&& last.plan().metalLevel() == row.plan().metalLevel();
	}

	private void hold(String run, RateRow row) {
		Integer year = row.businessYear();
		PlanFacts facts = row.plan();
		for (Key key : List.of(this.age, this.issuer, this.ratingArea, this.bucket, this.band)) {
			key.set(0, run).set(1, year).set(2, row.stateCode());
			key.set(3, facts.market()).set(4, facts.coverage()).set(5, facts.metalLevel()).hold(6);
		}
		for (Key key : List.of(this.plan, this.premium)) {
			key.set(0, run).set(1, year).set(2, row.stateCode()).hold(3);
		}
		this.percentile.set(0, run).set(1, year).set(2, row.stateCode()).set(3, facts.coverage());
		this.stale.at(this.percentile);
		this.grouped = row;
		this.groupedRun = run;
	}

	private void addCompared(RateRow row, boolean priced) {
		count(this.byRatingArea.at(this.ratingArea.set(6, row.ratingArea()).set(7, row.age())), priced,
				row.individualCents());
		this.plan.set(3, row.planId()).set(4, row.ratingArea()).set(5, row.age());
		count(this.byPlan.at(this.plan), priced, row.individualCents());
		if (priced) {
			long[] numbers = this.premiums.at(this.premium.set(3, row.planId()));
			int age = 2 * COMPARED_AGES.indexOf(row.age());
			numbers[age]++;
			numbers[age + 1] += row.individualCents();
		}
	}

	@Override
	public List<Change> changes() {
		return Stream
			.of(this.byAge, this.byIssuer, this.byRatingArea, this.byPlan, this.premiums, this.histogram, this.byBand,
					this.stale)
			.filter((deltas) -> !deltas.isEmpty())
			.map(Deltas::toChange)
			.toList();
	}

	private static void count(long[] numbers, boolean priced, long cents) {
		add(numbers, priced, cents);
		if (priced) {
			numbers[3] = Math.min(numbers[3], cents);
			numbers[4] = Math.max(numbers[4], cents);
		}
	}

	private static void add(long[] numbers, boolean priced, long cents) {
		if (priced) {
			numbers[0]++;
			numbers[2] += cents;
		}
		else {
			numbers[1]++;
		}
	}

	private static void countTobacco(long[] numbers, RateRow row, boolean priced) {
		if (row.hasTobaccoRate() && !row.tobaccoPriced()) {
			numbers[6]++;
		}
		else if (row.hasTobaccoRate() && priced) {
			numbers[5]++;
			numbers[7] += row.tobaccoCents();
			numbers[8] += row.individualCents();
		}
	}

	private static List<String> plus(List<String> columns, String... more) {
		return Stream.concat(columns.stream(), Stream.of(more)).toList();
	}

}
