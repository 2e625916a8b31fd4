package io.planstream.model.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import io.planstream.model.RunId;
import io.planstream.model.csv.Fields;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.row.PlanAmounts;
import io.planstream.model.row.PlanFacts;
import io.planstream.model.row.PlanRow;
import io.planstream.model.row.RateRow;

import static org.assertj.core.api.Assertions.assertThat;

class FoldTests {

	private static final Provenance FROM = new Provenance(new RunId(1), 0, 1);

	@Property(tries = 300)
	void neitherOrderNorBatchesChangeTheTables(@ForAll("records") List<PublishedRecord> records, @ForAll long seed) {
		List<PublishedRecord> shuffled = new ArrayList<>(records);
		Random random = new Random(seed);
		java.util.Collections.shuffle(shuffled, random);
		int cut = records.isEmpty() ? 0 : random.nextInt(records.size());
		Tables once = new Tables();
		once.apply(records);
		Tables inTwo = new Tables();
		inTwo.apply(shuffled.subList(0, cut));
		inTwo.apply(shuffled.subList(cut, shuffled.size()));
		assertThat(inTwo.text()).isEqualTo(once.text());
	}

	@Property
	void theIdentityAddsNothingAndOrderDoesNotMatter(@ForAll Measure.Kind kind, @ForAll("counts") long a,
			@ForAll("counts") long b, @ForAll("counts") long c) {
		assertThat(kind.combine(a, kind.identity())).isEqualTo(a);
		assertThat(kind.combine(a, b)).isEqualTo(kind.combine(b, a));
		assertThat(kind.combine(kind.combine(a, b), c)).isEqualTo(kind.combine(a, kind.combine(b, c)));
	}

	@Property
	void aPriceLiesInItsBucketAndWithinOnePercentOfItsMiddle(@ForAll("prices") long cents) {
		int bucket = HistogramBuckets.of(cents);
		assertThat(cents).isBetween(HistogramBuckets.from(bucket), HistogramBuckets.to(bucket) - 1);
		assertThat(Math.abs(HistogramBuckets.middle(bucket) - cents)).isLessThanOrEqualTo(cents / 100 + 1);
		assertThat(Math.abs(HistogramBuckets.middle(bucket) - cents) * 100.0 / cents).isLessThanOrEqualTo(1.0);
	}

	@Test
	void aRateIsCountedOnceInEachGrain() {
		Tables tables = new Tables();
		tables.apply(List.of(rate("21", 10_000, 12_000), rate("21", 0, 999_900), rate("22", 20_000, 999_900)));
		assertThat(tables.row("rate_by_age", "21")).endsWith("1, 1, 10000, 10000, 10000, 1, 1, 12000, 10000]");
		assertThat(tables.row("rate_by_age", "22")).endsWith("1, 0, 20000, 20000, 20000, 0, 1, 0, 0]");
		assertThat(tables.row("rate_by_issuer", "21989")).endsWith("2, 1, 30000, 10000, 20000]");
		assertThat(tables.row("plan_rate", "21989AK0010001")).endsWith("1, 1, 10000, 10000, 10000]");
		assertThat(tables.row("rate_histogram", "-1,")).endsWith("-1, 0, 1, 0, 9223372036854775807, -1]");
		assertThat(tables.row("dataset_total", "rate")).endsWith("2, 1]");
		assertThat(tables.row("rule_count", "tobacco-rate-is-no-price")).endsWith("2]");
	}

	@Test
	void theUpsertAddsWithTheGrammarBothServersKnow() {
		AggregateTable table = new AggregateTable("t", List.of("k", "partition"),
				List.of(Measure.sum("n"), Measure.min("lo"), Measure.max("hi")));
		assertThat(table.upsertSql()).isEqualTo("insert into t (k, `partition`, n, lo, hi) values (?, ?, ?, ?, ?) "
				+ "on duplicate key update n = n + values(n), lo = least(lo, values(lo)), hi = greatest(hi, values(hi))");
	}

	private static PublishedRecord rate(String age, long cents, long tobaccoCents) {
		return new PublishedRecord.OfRate(FROM, 0, 2, new RateRow(2014, "AK", "21989", "21989AK0010001",
				"Rating Area 1", "No Preference", age, cents, tobaccoCents, 0),
				new PlanFacts("Silver", "PPO", "Individual", "Medical"));
	}

	@Provide
	Arbitrary<Long> counts() {
		return Arbitraries.longs().between(0, 1L << 40);
	}

	@Provide
	Arbitrary<Long> prices() {
		return Arbitraries.longs().between(1, Fields.MAX_CENTS);
	}

	@Provide
	Arbitrary<List<PublishedRecord>> records() {
		Arbitrary<Long> cents = Arbitraries.of(Fields.NO_AMOUNT, 0L, 1L, 2L, 150L, 31_234L, 999_900L, 550_385L);
		Arbitrary<PublishedRecord> rates = Combinators
			.combine(Arbitraries.of("AK", "TX"), Arbitraries.of("21", "22", "60"), Arbitraries.of("p", "q"), cents,
					cents)
			.as((state, age, plan, rate, tobacco) -> new PublishedRecord.OfRate(FROM, 0, 2,
					new RateRow(2014, state, "i", plan, "a", "t", age, rate, tobacco, 0),
					new PlanFacts(plan, "HMO", "Individual", "Medical")));
		Arbitrary<PublishedRecord> plans = Combinators
			.combine(Arbitraries.of("p-00", "q-01"), Arbitraries.longs().between(2, 1_000_000))
			.as((plan,
					line) -> new PublishedRecord.OfPlan(FROM, 0, line,
							new PlanRow(2014, "AK", "i", plan, "p", "x", "name of line " + line, PlanFacts.UNKNOWN, "c",
									0, "n", "s", "Yes", "New", null, PlanAmounts.NONE, PlanAmounts.NONE, null, null, 0),
							true));
		return Arbitraries.oneOf(rates, plans).list().ofMaxSize(40).uniqueElements(FoldTests::identity);
	}

	/** Lines are unique within a file, as in reality; rates may repeat. */
	private static Object identity(PublishedRecord record) {
		return (record instanceof PublishedRecord.OfPlan) ? Long.valueOf(record.line()) : new Object();
	}

	/** What a database does with the statements, in memory. */
	private static final class Tables {

		private final Map<String, Map<String, Object[]>> tables = new HashMap<>();

		void apply(List<PublishedRecord> records) {
			Fold fold = new Fold();
			records.forEach((record) -> fold.add(record, 0));
			for (Change change : fold.changes()) {
				Map<String, Object[]> table = this.tables.computeIfAbsent(change.table(), (name) -> new HashMap<>());
				change.rows()
					.forEach((row) -> table.merge(key(change, row), row, (old, more) -> add(change, old, more)));
			}
		}

		private static String key(Change change, Object[] row) {
			int keys = change.sql().contains("source_order") ? 3
					: row.length - change.sql().split("on duplicate key update")[1].split(" = ").length + 1;
			keys = change.table().equals("rate_percentile_stale") ? 4 : keys;
			return Arrays.toString(Arrays.copyOf(row, keys));
		}

		private static Object[] add(Change change, Object[] old, Object[] more) {
			if (change.table().equals("plan")) {
				int last = old.length - 1;
				Object[] first = ((long) old[last] <= (long) more[last]) ? old.clone() : more.clone();
				first[last - 1] = (long) old[last - 1] + (long) more[last - 1];
				return first;
			}
			String[] updates = change.sql().split("on duplicate key update")[1].split(" = ");
			Object[] sum = old.clone();
			int from = old.length - updates.length + 1;
			for (int i = from; i < old.length && !change.table().equals("rate_percentile_stale"); i++) {
				String update = updates[i - from + 1];
				Measure.Kind kind = update.startsWith("least") ? Measure.Kind.MIN
						: update.startsWith("greatest") ? Measure.Kind.MAX : Measure.Kind.SUM;
				sum[i] = kind.combine((long) old[i], (long) more[i]);
			}
			return sum;
		}

		String text() {
			StringBuilder text = new StringBuilder();
			new java.util.TreeMap<>(this.tables).forEach((name, rows) -> new java.util.TreeMap<>(rows)
				.forEach((key, row) -> text.append(name).append(Arrays.toString(row)).append('\n')));
			return text.toString();
		}

		String row(String table, String containing) {
			List<String> rows = this.tables.get(table)
				.values()
				.stream()
				.map(Arrays::toString)
				.filter((row) -> row.contains(containing))
				.toList();
			assertThat(rows).hasSize(1);
			return rows.get(0);
		}

	}

}
