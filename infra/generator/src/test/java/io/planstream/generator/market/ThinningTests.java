package io.planstream.generator.market;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ThinningTests {

	private static final List<Plan> ALL = MarketTests.plans(1, 1);

	private static final List<Plan> HUNDREDTH = MarketTests.plans(0.01, 1);

	@ParameterizedTest
	@ValueSource(doubles = { 0.001, 0.01, 0.1, 0.5, 0.99 })
	void keepsPlansAsTheyAreAtFullSize(double scale) {
		assertThat(new HashSet<>(ALL).containsAll(MarketTests.plans(scale, 1))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.005, 0.01, 0.05, 0.2, 0.5 })
	void keepsTheShareOfRows(double scale) {
		assertThat((double) rows(MarketTests.plans(scale, 1), (plan) -> true)).isCloseTo(12_694_445 * scale,
				within(12_694_445 * scale * 0.02));
	}

	@Test
	void keepsTheShareOfPlans() {
		// One for the plan with the mistyped state, one for a plan filed twice.
		assertThat(HUNDREDTH).hasSizeBetween(66 + 101 + 89, 66 + 101 + 89 + 2);
	}

	@Test
	void keepsAPlanOfEachStateInEachYear() {
		Set<String> kept = new HashSet<>();
		HUNDREDTH.forEach((plan) -> kept.add(plan.year() + " " + plan.state()));
		assertThat(kept).hasSize(36 + 37 + 38);
	}

	@Test
	void keepsTheProportions() {
		assertProportion((plan) -> plan.kind().category().isDental());
		assertProportion((plan) -> plan.rates().tobacco().hasRate());
		assertProportion((plan) -> plan.rates().calendar() != RateCalendar.ANNUAL);
		assertProportion((plan) -> plan.rates().adults().isNoPrice());
	}

	@Test
	void keepsTheOddPlansAtAnyScale() {
		List<Plan> fewest = MarketTests.plans(0.000_001, 1);
		assertThat(fewest).hasSizeBetween(3, 5);
		assertThat(fewest).filteredOn(Plan::repeated).isNotEmpty();
		assertThat(fewest).filteredOn((plan) -> plan.variants().isEmpty()).hasSize(1);
	}

	private static void assertProportion(Predicate<Plan> which) {
		double all = rows(ALL, which) / 12_694_445.0;
		double kept = (double) rows(HUNDREDTH, which) / rows(HUNDREDTH, (plan) -> true);
		assertThat(kept).isCloseTo(all, within(0.02));
	}

	private static int rows(List<Plan> plans, Predicate<Plan> which) {
		return plans.stream().filter(which).mapToInt(Plan::rateRows).sum();
	}

}
