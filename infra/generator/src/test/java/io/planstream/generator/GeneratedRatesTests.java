package io.planstream.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The quirks and proportions of the rates at a fiftieth of the full size.
 */
class GeneratedRatesTests {

	private static final String HEADER = "BusinessYear,StateCode,IssuerId,SourceName,VersionNum,ImportDate,IssuerId2,"
			+ "FederalTIN,RateEffectiveDate,RateExpirationDate,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,"
			+ "IndividualTobaccoRate,Couple,PrimarySubscriberAndOneDependent,PrimarySubscriberAndTwoDependents,"
			+ "PrimarySubscriberAndThreeOrMoreDependents,CoupleAndOneDependent,CoupleAndTwoDependents,"
			+ "CoupleAndThreeOrMoreDependents,RowNumber";

	private static final String FAMILY = "Family Option";

	@TempDir
	private static Path folder;

	private static List<NamedCsvRecord> rates;

	/** The row of the lowest variant of each plan and year. */
	private static final Map<String, NamedCsvRecord> PLANS = new HashMap<>();

	@BeforeAll
	static void generate() throws IOException {
		GeneratedDataSet dataSet = DataSetGenerator.of(0.02, 1).writeTo(folder, (rows) -> {
		});
		rates = read(dataSet.rates());
		for (NamedCsvRecord plan : read(dataSet.planAttributes())) {
			PLANS.putIfAbsent(plan.getField("BusinessYear") + plan.getField("StandardComponentId"), plan);
		}
	}

	@Test
	void hasTheHeaderOfThePublishedFile() throws IOException {
		assertThat(Files.lines(folder.resolve("Rate.csv")).findFirst()).hasValue(HEADER);
	}

	@Test
	void joinsThePlansButForTheOneWithTheMistypedState() {
		assertThat(values("PlanId", (rate) -> planOf(rate) == null)).containsExactly("19312TZ0010001");
		assertThat(values("PlanId",
				(rate) -> planOf(rate) != null
						&& !(rate.getField("StateCode").equals(planOf(rate).getField("StateCode"))
								&& rate.getField("IssuerId").equals(planOf(rate).getField("IssuerId")))))
			.isEmpty();
	}

	@Test
	void hasFortySevenAges() {
		assertThat(values("Age", (rate) -> true)).hasSize(47).contains("0-20", "21", "64", "65 and over", FAMILY);
	}

	@Test
	void pricesFamiliesForDentalPlansOnly() {
		assertThat(rows(GeneratedRatesTests::isFamily)).isPositive();
		assertThat(rows((rate) -> isFamily(rate) && planOf(rate).getField("DentalOnlyPlan").equals("No"))).isZero();
		assertThat(rows((rate) -> isFamily(rate) && familyRates(rate).contains(""))).isZero();
		assertThat(rows((rate) -> !isFamily(rate) && !Set.of("").containsAll(familyRates(rate)))).isZero();
	}

	@Test
	void givesEachPlanAllAgesOfEveryAreaAndPeriod() {
		Map<String, Integer> ages = new TreeMap<>();
		rates.stream()
			.filter((rate) -> !isFamily(rate))
			.forEach((rate) -> ages.merge(rate.getField("BusinessYear") + rate.getField("PlanId")
					+ rate.getField("RatingAreaId") + rate.getField("RateEffectiveDate"), 1, Integer::sum));
		assertThat(ages.values()).allMatch((count) -> count == 46);
	}

	@Test
	void neverRepeatsARateOfAPlanAreaAgeAndPeriod() {
		Set<List<String>> keys = new HashSet<>();
		rates.forEach((rate) -> keys.add(List.of(rate.getField("BusinessYear"), rate.getField("PlanId"),
				rate.getField("RatingAreaId"), rate.getField("Age"), rate.getField("RateEffectiveDate"))));
		assertThat(keys).hasSameSizeAs(rates);
	}

	@Test
	void marksAdultsAsNotSoldInThreeWays() {
		assertThat(share((rate) -> rateOf(rate).equals("0.0"))).isCloseTo(0.054, within(0.02));
		assertThat(values("BusinessYear", (rate) -> rateOf(rate).equals("999999.0"))).containsExactly("2014");
		assertThat(share((rate) -> rateOf(rate).startsWith("9999."))).isCloseTo(0.002, within(0.0015));
	}

	@Test
	void rendersRatesAsPandasDoes() {
		assertThat(values("IndividualRate", (rate) -> !rateOf(rate).matches("|\\d+\\.(\\d|\\d?[1-9]|\\d\\d[1-9])")))
			.isEmpty();
	}

	@Test
	void hasAHandfulOfRatesWithAThirdDecimal() {
		assertThat(rows((rate) -> rateOf(rate).matches("\\d+\\.\\d{3}"))).isBetween(1L, 30L);
	}

	@Test
	void asksTobaccoUsersForMore() {
		assertThat(share(GeneratedRatesTests::tellsTobaccoApart)).isCloseTo(0.385, within(0.03));
		assertThat(rows((rate) -> tellsTobaccoApart(rate) && tobaccoRateOf(rate).isEmpty())).isZero();
		assertThat(rows((rate) -> !tellsTobaccoApart(rate) && !tobaccoRateOf(rate).isEmpty())).isPositive();
		assertThat(sum("IndividualTobaccoRate", (rate) -> true)
				/ sum("IndividualRate", (rate) -> !tobaccoRateOf(rate).isEmpty()))
			.isBetween(1.1, 1.3);
	}

	@Test
	void filesQuartersForSmallGroupsOnly() {
		Predicate<NamedCsvRecord> quarter = (rate) -> rate.getField("RateEffectiveDate").contains("-04-01");
		assertThat(rows(quarter)).isPositive();
		assertThat(rows(quarter.and((rate) -> planOf(rate).getField("MarketCoverage").equals("Individual")))).isZero();
	}

	@Test
	void pricesLevelsNearThePublishedMeans() {
		assertThat(mean("Bronze")).isCloseTo(376, within(40.0));
		assertThat(mean("Silver")).isCloseTo(461, within(50.0));
		assertThat(mean("Gold")).isCloseTo(543, within(60.0));
		assertThat(mean("Low")).isBetween(25.0, 45.0);
		assertThat(mean("High")).isBetween(25.0, 50.0);
	}

	@Test
	void asksThreeTimesAsMuchOfTheOldAsOfTheYoung() {
		Predicate<NamedCsvRecord> medical = (rate) -> planOf(rate) != null
				&& planOf(rate).getField("DentalOnlyPlan").equals("No");
		double young = sum("IndividualRate", medical.and((rate) -> rate.getField("Age").equals("21")));
		double old = sum("IndividualRate", medical.and((rate) -> rate.getField("Age").equals("64")));
		assertThat(old / young).isCloseTo(3, within(0.01));
	}

	@Test
	void comesFromThreeSystems() {
		assertThat(share((rate) -> rate.getField("SourceName").equals("SERFF"))).isCloseTo(0.3, within(0.03));
		assertThat(values("SourceName", (rate) -> true)).containsExactlyInAnyOrder("HIOS", "SERFF", "OPM");
	}

	private static List<NamedCsvRecord> read(GeneratedFile file) throws IOException {
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file.path())) {
			List<NamedCsvRecord> records = reader.stream().toList();
			assertThat(records).hasSize((int) file.rows());
			return records;
		}
	}

	private static NamedCsvRecord planOf(NamedCsvRecord rate) {
		return PLANS.get(rate.getField("BusinessYear") + rate.getField("PlanId"));
	}

	private static boolean isFamily(NamedCsvRecord rate) {
		return rate.getField("Age").equals(FAMILY);
	}

	private static boolean tellsTobaccoApart(NamedCsvRecord rate) {
		return rate.getField("Tobacco").startsWith("Tobacco User");
	}

	private static String rateOf(NamedCsvRecord rate) {
		return rate.getField("IndividualRate");
	}

	private static String tobaccoRateOf(NamedCsvRecord rate) {
		return rate.getField("IndividualTobaccoRate");
	}

	private static List<String> familyRates(NamedCsvRecord rate) {
		return rate.getFields().subList(16, 23);
	}

	// Counts and values rather than rows: a failure is not to print a hundred thousand.
	private static long rows(Predicate<NamedCsvRecord> which) {
		return rates.stream().filter(which).count();
	}

	private static Set<String> values(String column, Predicate<NamedCsvRecord> which) {
		Set<String> values = new TreeSet<>();
		rates.stream().filter(which).forEach((rate) -> values.add(rate.getField(column)));
		return values;
	}

	private static double share(Predicate<NamedCsvRecord> which) {
		return (double) rows(which) / rates.size();
	}

	private static double sum(String column, Predicate<NamedCsvRecord> which) {
		return rates.stream()
			.filter(which)
			.map((rate) -> rate.getField(column))
			.filter((amount) -> !amount.isEmpty())
			.mapToDouble(Double::parseDouble)
			.sum();
	}

	private static double mean(String metalLevel) {
		return rates.stream()
			.filter((rate) -> planOf(rate) != null && planOf(rate).getField("MetalLevel").equals(metalLevel))
			.map((rate) -> rate.getField("IndividualRate"))
			.filter((amount) -> !amount.isEmpty())
			.mapToDouble(Double::parseDouble)
			.filter((amount) -> amount >= 10 && amount < 9000)
			.average()
			.orElseThrow();
	}

}
