package io.planstream.model.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class PlanIndexTests {

	@Property
	void neitherTheOrderOfRowsMattersNorWhichThreadsTheyComeFrom(@ForAll("rows") List<Row> rows) {
		List<Row> backwards = new ArrayList<>(rows);
		java.util.Collections.reverse(backwards);
		PlanIndex one = index(rows.stream());
		PlanIndex other = index(backwards.stream());
		PlanIndex third = index(rows.parallelStream());
		for (Row row : rows) {
			assertThat(one.facts(row.year(), row.plan())).isEqualTo(other.facts(row.year(), row.plan()))
				.isEqualTo(third.facts(row.year(), row.plan()));
		}
	}

	@Property
	void theLowestVariantStandsForThePlanAndOfItsRowsTheFirst(@ForAll("rows") List<Row> rows) {
		PlanIndex index = index(rows.stream());
		for (Row row : rows) {
			Row first = rows.stream()
				.filter((other) -> other.year() == row.year() && other.plan().equals(row.plan()))
				.min(java.util.Comparator.comparingInt(Row::variant).thenComparingLong(Row::order))
				.orElseThrow();
			assertThat(index.facts(row.year(), row.plan()).metalLevel()).isEqualTo(first.metal());
		}
		assertThat(index.facts(1999, "p")).isEqualTo(PlanFacts.UNKNOWN);
	}

	@Provide
	Arbitrary<List<Row>> rows() {
		Arbitrary<Row> row = Combinators
			.combine(Arbitraries.of(2014, 2015), Arbitraries.of("p", "q"), Arbitraries.integers().between(0, 3),
					Arbitraries.longs().between(1, 1_000_000), Arbitraries.of("Gold", "Silver"))
			.as(Row::new);
		return row.list().ofMaxSize(12).uniqueElements(Row::order);
	}

	private static PlanIndex index(Stream<Row> rows) {
		PlanIndex index = new PlanIndex();
		rows.forEach((row) -> index.add(row.year(), row.plan(), row.variant(), row.order(),
				new PlanFacts(row.metal(), "HMO", "Individual", "Medical")));
		return index;
	}

	record Row(int year, String plan, int variant, long order, String metal) {
	}

}
