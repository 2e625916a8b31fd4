package io.planstream.generator.market;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/**
 * The market at full size against the published figures.
 */
class MarketTests {

	private static final Map<String, Integer> PUBLISHED_ROWS = Map.ofEntries(Map.entry("FL", 1_702_472),
			Map.entry("SC", 1_563_770), Map.entry("MI", 1_023_190), Map.entry("WI", 1_013_278),
			Map.entry("OH", 884_530), Map.entry("TX", 859_714), Map.entry("ID", 69_442), Map.entry("NH", 18_176),
			Map.entry("DE", 15_928), Map.entry("HI", 1_518));

	private static final List<Plan> PLANS = plans(1, 1);

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 2, 3, -1, 42, 20_261_122, Long.MAX_VALUE, Long.MIN_VALUE })
	void hasExactlyThePublishedRowsWhateverTheSeed(long seed) {
		assertThat(new Market(1, seed).rateRows()).isEqualTo(12_694_445);
	}

	@Test
	void hasThePublishedRowsOfEachYear() {
		assertThat(perYear(Plan::rateRows)).containsExactlyInAnyOrderEntriesOf(
				Map.of(BusinessYear.Y2014, 3_796_388, BusinessYear.Y2015, 4_676_092, BusinessYear.Y2016, 4_221_965));
	}

	@Test
	void hasThePublishedRowsOfEachState() {
		Map<String, Integer> rows = new TreeMap<>();
		PLANS.forEach((plan) -> rows.merge(plan.state().name(), plan.rateRows(), Integer::sum));
		assertThat(rows).hasSize(39).containsAllEntriesOf(PUBLISHED_ROWS);
	}

	@Test
	void hasThePublishedPlansOfEachYear() {
		assertThat(perYear((plan) -> 1)).containsExactlyInAnyOrderEntriesOf(
				Map.of(BusinessYear.Y2014, 6_633, BusinessYear.Y2015, 10_095, BusinessYear.Y2016, 8_887));
	}

	@Test
	void hasThePublishedPlanVariantsOfEachYear() {
		assertThat(perYear(Plan::attributeRows)).containsExactlyInAnyOrderEntriesOf(
				Map.of(BusinessYear.Y2014, 18_719, BusinessYear.Y2015, 31_253, BusinessYear.Y2016, 27_381));
		assertThat(PLANS).filteredOn(Plan::repeated).hasSize(30).allMatch((plan) -> plan.year() == BusinessYear.Y2014);
	}

	@Test
	void hasThePublishedRowsOfDentalPlans() {
		assertThat(
				PLANS.stream().filter((plan) -> plan.kind().category().isDental()).mapToInt(Plan::attributeRows).sum())
			.isEqualTo(11_649);
	}

	@Test
	void servesStatesInTheirYears() {
		assertThat(statesOf(BusinessYear.Y2014)).hasSize(36).doesNotContain(State.HI, State.NV, State.OR);
		assertThat(statesOf(BusinessYear.Y2015)).hasSize(37).doesNotContain(State.HI, State.ID);
		assertThat(statesOf(BusinessYear.Y2016)).hasSize(38).doesNotContain(State.ID);
	}

	@Test
	void keepsIdsOverTheYears() {
		Set<String> ids = new HashSet<>();
		PLANS.forEach((plan) -> ids.add(plan.id()));
		assertThat(ids.size()).isCloseTo(16_808, within(400));
	}

	@Test
	void neverUsesAnIdTwiceInAYear() {
		Set<String> ids = new HashSet<>();
		assertThat(PLANS).allMatch((plan) -> ids.add(plan.year() + plan.id()));
	}

	@Test
	void formsIdsOfIssuerStateProductAndPlan() {
		assertThat(PLANS).filteredOn((plan) -> !plan.variants().isEmpty())
			.allMatch((plan) -> plan.id().matches("\\d{5}[A-Z]{2}\\d{7}"))
			.allMatch((plan) -> plan.id().startsWith(plan.issuer().id() + plan.state().name()));
	}

	@Test
	void keepsOnePlanWhoseStateIsMistyped() {
		assertThat(PLANS).filteredOn((plan) -> plan.variants().isEmpty())
			.singleElement()
			.satisfies((plan) -> assertThat(plan.id()).isEqualTo("19312TZ0010001"))
			.satisfies((plan) -> assertThat(plan.state()).isEqualTo(State.TX));
	}

	@Test
	void comesInTheOrderOfTheFiles() {
		assertThat(PLANS)
			.isSortedAccordingTo(Comparator.comparing(Plan::year).thenComparing(Plan::state).thenComparing(Plan::id));
	}

	@Test
	void sellsALevelOfTheRightCoverage() {
		Set<MetalLevel> dental = Set.of(MetalLevel.LOW, MetalLevel.HIGH);
		assertThat(PLANS).allMatch((plan) -> dental.contains(plan.kind().metal()) == plan.kind().category().isDental());
	}

	@Test
	void staysWithinTheRatingAreas() {
		assertThat(PLANS).allMatch((plan) -> plan.rates().firstArea() >= 1
				&& plan.rates().firstArea() + plan.rates().areas() - 1 <= plan.state().ratingAreas());
	}

	@Test
	void asksSixNinesOfExactlyThePublishedRows() {
		assertThat(rows((plan) -> plan.rates().adults() == AdultRates.SIX_NINES) / 46 * 45).isEqualTo(47_790);
	}

	@Test
	void marksAdultsAsNotSoldAsOftenAsPublished() {
		assertThat(rows((plan) -> plan.rates().adults() == AdultRates.ZERO) / 46.0 * 45).isCloseTo(680_000,
				within(7_000.0));
		assertThat(rows((plan) -> plan.rates().adults() == AdultRates.FOUR_NINES) / 46.0 * 45).isCloseTo(23_580,
				within(1_200.0));
	}

	@Test
	void tellsTobaccoUsersApartAsOftenAsPublished() {
		assertThat((double) rows((plan) -> plan.rates().tobacco() == TobaccoUse.TOLD_APART)).isCloseTo(4_890_122,
				within(20_000.0));
		assertThat((double) rows((plan) -> plan.rates().tobacco() == TobaccoUse.NO_PREFERENCE_WITH_RATE))
			.isCloseTo(42_227, within(6_000.0));
	}

	@Test
	void pricesFamiliesAsOftenAsPublished() {
		assertThat(rows(Plan::isFamilyPriced)).isEqualTo(40_941);
	}

	@Test
	void leavesOutTheOldestAgeOfAFewPlans() {
		assertThat(PLANS).filteredOn((plan) -> plan.rates().lackingAges() > 0).hasSize(3);
	}

	@Test
	void isAThirdDental() {
		assertThat(rows((plan) -> plan.kind().category().isDental()) / 12_694_445.0).isCloseTo(0.35, within(0.02));
	}

	@Test
	void filesQuartersAsOftenAsPublished() {
		int quarterly = rows(
				(plan) -> plan.year() == BusinessYear.Y2016 && plan.rates().calendar() == RateCalendar.QUARTERLY);
		assertThat(quarterly / 4.0).isCloseTo(512_799, within(10_000.0));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, 1.01, Double.NaN, Double.POSITIVE_INFINITY })
	void refusesAScaleThatIsNone(double scale) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Market(scale, 1))
			.withMessageContaining("must be above 0 and at most 1");
	}

	static List<Plan> plans(double scale, long seed) {
		List<Plan> plans = new ArrayList<>();
		try {
			new Market(scale, seed).forEach(plans::add);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return plans;
	}

	private static int rows(Predicate<Plan> which) {
		return PLANS.stream().filter(which).mapToInt(Plan::rateRows).sum();
	}

	private static Map<BusinessYear, Integer> perYear(ToIntFunction<Plan> figure) {
		Map<BusinessYear, Integer> figures = new EnumMap<>(BusinessYear.class);
		PLANS.forEach((plan) -> figures.merge(plan.year(), figure.applyAsInt(plan), Integer::sum));
		return figures;
	}

	private static Set<State> statesOf(BusinessYear year) {
		Set<State> states = new HashSet<>();
		PLANS.stream().filter((plan) -> plan.year() == year).forEach((plan) -> states.add(plan.state()));
		return states;
	}

}
