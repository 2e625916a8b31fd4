package io.planstream.model.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import io.planstream.model.RunId;
import io.planstream.model.csv.Fields;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.rate.RateRow;
import io.planstream.model.record.AnyMessage;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;

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

	@Test
	void theUpsertKeepsWhatTheFirstSourceRowSaysAndItsOrderLast() {
		AggregateTable table = new AggregateTable("t", List.of("k"), List.of("name"), List.of(Measure.sum("n")));
		assertThat(table.upsertSql()).isEqualTo("insert into t (k, name, n, source_order) values (?, ?, ?, ?) "
				+ "on duplicate key update name = if(values(source_order) < source_order, values(name), name), "
				+ "n = n + values(n), source_order = least(source_order, values(source_order))");
	}

	private static PublishedRecord rate(String age, long cents, long tobaccoCents) {
		return new PublishedRecord.OfRow(FROM, 0, 2, new RateRow(2014, "AK", "21989", "21989AK0010001", "Rating Area 1",
				"No Preference", age, cents, tobaccoCents, 0, new PlanFacts("Silver", "PPO", "Individual", "Medical")));
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
		return AnyMessage.rows().list().ofMaxSize(60);
	}

	/** What a database does with the statements, in memory. */
	private static final class Tables {

		private static final Pattern STATEMENT = Pattern
			.compile("insert into \\w+ \\((.*)\\) values \\(.*\\) on duplicate key update (.*)");

		private final Map<String, Map<String, Object[]>> tables = new HashMap<>();

		void apply(List<PublishedRecord> records) {
			Fold fold = new Fold();
			records.forEach((record) -> fold.add(record, 0));
			fold.changes().forEach(this::apply);
		}

		private void apply(Change change) {
			Matcher statement = STATEMENT.matcher(change.sql());
			assertThat(statement.matches()).isTrue();
			List<String> columns = List.of(statement.group(1).split(", "));
			Map<String, String> updates = new HashMap<>();
			for (String update : statement.group(2).split(", (?=\\w+ = )")) {
				updates.put(update.split(" = ")[0], update.split(" = ")[1]);
			}
			int keys = updates.containsKey("run_id") ? columns.size()
					: (int) columns.stream().filter((column) -> !updates.containsKey(column)).count();
			Map<String, Object[]> table = this.tables.computeIfAbsent(change.table(), (name) -> new HashMap<>());
			change.rows()
				.forEach((row) -> table.merge(Arrays.toString(Arrays.copyOf(row, keys)), row,
						(old, more) -> updated(columns, updates, keys, old, more)));
		}

		private static Object[] updated(List<String> columns, Map<String, String> updates, int keys, Object[] old,
				Object[] more) {
			Object[] now = old.clone();
			for (int i = keys; i < now.length; i++) {
				String update = updates.get(columns.get(i));
				if (update.startsWith("if(")) {
					now[i] = ((long) more[more.length - 1] < (long) old[old.length - 1]) ? more[i] : old[i];
				}
				else {
					Measure.Kind kind = update.startsWith("least") ? Measure.Kind.MIN
							: update.startsWith("greatest") ? Measure.Kind.MAX : Measure.Kind.SUM;
					now[i] = kind.combine((long) old[i], (long) more[i]);
				}
			}
			return now;
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
