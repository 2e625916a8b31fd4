package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows made by hand, and what they amount to computed by hand.
 */
class ReferenceTests {

	private static final String PLANS = """
			BusinessYear,StateCode,IssuerId,PlanId,StandardComponentId,PlanMarketingName,MetalLevel,PlanType,\
			MarketCoverage,DentalOnlyPlan,CSRVariationType,NetworkId,ServiceAreaId
			2014,AK,21989,21989AK0010001-01,21989AK0010001,"Smile, ""on"" it",Gold,PPO,Individual,No,On,AKN001,AKS001
			2014,AK,21989,21989AK0010001-00,21989AK0010001,Smile,Low,PPO,Individual,YES,Off,AKN001,AKS001
			2014,AK,21989,21989AK0010001-00,21989AK0010001,Smile again,High,HMO,Individual,Yes,Off,AKN002,AKS002
			2014,AK,38344,38344AK0020001-03,38344AK0020001, Silver One ,Silver,HMO,SHOP (Small Group),no,,AKN003,
			2015,AK,38344,38344AK0020001-00,38344AK0020001,No facts,,,,,Off,AKN003,AKS003
			""";

	private static final String RATES = """
			BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,IndividualTobaccoRate
			2014,AK,21989,21989AK0010001,Rating Area 1,No Preference,0-20,29.0,
			2014,AK,21989,21989AK0010001,Rating Area 1,No Preference,21,0.0,
			2014,AK,21989,21989AK0010001,Rating Area 2,No Preference,21,32.005,
			2014,AK,38344,38344AK0020001,Rating Area 1,Tobacco User/Non-Tobacco User,40,100.5,110.55
			2014,AK,38344,38344AK0020001,Rating Area 1,Tobacco User/Non-Tobacco User,40,200,0
			2014,AK,38344,38344AK0020001,Rating Area 1,Tobacco User/Non-Tobacco User,40,9999.99,300.0
			2014,AK,38344,38344AK0020001,Rating Area 1,Tobacco User/Non-Tobacco User,40,,9999
			2014,AK,38344,38344AK0020001,Rating Area 1,Tobacco User/Non-Tobacco User,41,300.25,330.1
			2014,TX,19312,19312TZ0010001,Rating Area 1,No Preference,60,50.0,
			2015,AK,38344,38344AK0020001,Rating Area 1,No Preference,60,70.0,
			""";

	private static final RateGroup DENTAL = new RateGroup(2014, "AK", "Individual", "Dental", "Low");

	private static final RateGroup MEDICAL = new RateGroup(2014, "AK", "SHOP (Small Group)", "Medical", "Silver");

	private static final RateGroup TYPO = new RateGroup(2014, "TX", "Unknown", "Unknown", "Unknown");

	private static final RateGroup NO_FACTS = new RateGroup(2015, "AK", "Unknown", "Unknown", "Unknown");

	private static final String TOLD_APART = "Tobacco User/Non-Tobacco User";

	@TempDir
	private Path folder;

	private Reference reference;

	@BeforeEach
	void read() throws IOException {
		Path plans = Files.writeString(this.folder.resolve("PlanAttributes.csv"), PLANS);
		Path rates = Files.writeString(this.folder.resolve("Rate.csv"), RATES);
		this.reference = Reference.of(rates, plans);
	}

	@Test
	void countsEveryRowByAge() {
		TobaccoFigures none = new TobaccoFigures(0, 0, 0, 0);
		assertThat(this.reference.rates().byAge())
			.containsExactlyInAnyOrderEntriesOf(Map.of(new RateGroup.Age(DENTAL, "0-20", "No Preference"),
					new AgeFigures(new RateFigures(1, 0, 2900, 2900L, 2900L), none),
					new RateGroup.Age(DENTAL, "21", "No Preference"),
					new AgeFigures(new RateFigures(1, 1, 3201, 3201L, 3201L), none),
					new RateGroup.Age(MEDICAL, "40", TOLD_APART),
					new AgeFigures(
							new RateFigures(2, 2, 30050, 10050L, 20000L), new TobaccoFigures(1, 2, 11055, 10050)),
					new RateGroup.Age(MEDICAL, "41", TOLD_APART),
					new AgeFigures(new RateFigures(1, 0, 30025, 30025L, 30025L),
							new TobaccoFigures(1, 0, 33010, 30025)),
					new RateGroup.Age(TYPO, "60", "No Preference"),
					new AgeFigures(new RateFigures(1, 0, 5000, 5000L, 5000L), none),
					new RateGroup.Age(NO_FACTS, "60", "No Preference"),
					new AgeFigures(new RateFigures(1, 0, 7000, 7000L, 7000L), none)));
	}

	@Test
	void countsEveryRowByIssuer() {
		assertThat(this.reference.rates().byIssuer()).containsExactlyInAnyOrderEntriesOf(
				Map.of(new RateGroup.Issuer(DENTAL, "21989"), new RateFigures(2, 1, 6101, 2900L, 3201L),
						new RateGroup.Issuer(MEDICAL, "38344"), new RateFigures(3, 2, 60075, 10050L, 30025L),
						new RateGroup.Issuer(TYPO, "19312"), new RateFigures(1, 0, 5000, 5000L, 5000L),
						new RateGroup.Issuer(NO_FACTS, "38344"), new RateFigures(1, 0, 7000, 7000L, 7000L)));
		assertThat(this.reference.rates().total()).isEqualTo(new RateFigures(7, 3, 78176, 2900L, 30025L));
	}

	@Test
	void countsTheComparedAgesByRatingArea() {
		assertThat(this.reference.rates().byRatingArea()).containsExactlyInAnyOrderEntriesOf(Map.of(
				new RateGroup.RatingArea(DENTAL, "Rating Area 1", "21"), new RateFigures(0, 1, 0, null, null),
				new RateGroup.RatingArea(DENTAL, "Rating Area 2", "21"), new RateFigures(1, 0, 3201, 3201L, 3201L),
				new RateGroup.RatingArea(MEDICAL, "Rating Area 1", "40"), new RateFigures(2, 2, 30050, 10050L, 20000L),
				new RateGroup.RatingArea(TYPO, "Rating Area 1", "60"), new RateFigures(1, 0, 5000, 5000L, 5000L),
				new RateGroup.RatingArea(NO_FACTS, "Rating Area 1", "60"), new RateFigures(1, 0, 7000, 7000L, 7000L)));
	}

	@Test
	void countsTheComparedAgesByPlan() {
		Map<RateGroup.Plan, RateFigures> byPlan = this.reference.rates().byPlan();
		assertThat(byPlan).hasSize(5)
			.containsEntry(new RateGroup.Plan(2014, "AK", "38344AK0020001", "Rating Area 1", "40"),
					new RateFigures(2, 2, 30050, 10050L, 20000L))
			.containsEntry(new RateGroup.Plan(2014, "TX", "19312TZ0010001", "Rating Area 1", "60"),
					new RateFigures(1, 0, 5000, 5000L, 5000L));
	}

	@Test
	void takesPercentilesByNearestRank() {
		assertThat(this.reference.rates().percentiles()).containsExactlyInAnyOrderEntriesOf(
				Map.of(new RateGroup.Coverage(2014, "AK", "Dental"), new Percentiles(2900, 2900, 3201),
						new RateGroup.Coverage(2014, "AK", "Medical"), new Percentiles(10050, 20000, 30025),
						new RateGroup.Coverage(2014, "TX", "Unknown"), new Percentiles(5000, 5000, 5000),
						new RateGroup.Coverage(2015, "AK", "Unknown"), new Percentiles(7000, 7000, 7000)));
	}

	@Test
	void addsUpThePricesOfEachPlan() {
		assertThat(this.reference.table("plan_premium").valueColumns()).containsExactly("rates_21", "cents_21",
				"rates_40", "cents_40", "rates_60", "cents_60");
		assertThat(this.reference.table("plan_premium").rows()).containsExactlyInAnyOrderEntriesOf(
				Map.of(List.of("2014", "AK", "21989AK0010001"), List.of("1", "3201", "0", "0", "0", "0"),
						List.of("2014", "AK", "38344AK0020001"), List.of("0", "0", "2", "30050", "0", "0"),
						List.of("2014", "TX", "19312TZ0010001"), List.of("0", "0", "0", "0", "1", "5000"),
						List.of("2015", "AK", "38344AK0020001"), List.of("0", "0", "0", "0", "1", "7000")));
	}

	@Test
	void addsUpRowsByYearAndState() {
		assertThat(this.reference.table("dataset_total").rows()).containsExactlyInAnyOrderEntriesOf(Map.of(
				List.of("rate", "2014", "AK"), List.of("5", "3"), List.of("rate", "2014", "TX"), List.of("1", "0"),
				List.of("rate", "2015", "AK"), List.of("1", "0"), List.of("plan-attributes", "2014", "AK"),
				List.of("4", "0"), List.of("plan-attributes", "2015", "AK"), List.of("1", "0")));
	}

	@Test
	void countsWhatRulesHeldFor() {
		assertThat(this.reference.rules()).containsExactly(new RuleCount("rate", "rate-is-no-price", 3),
				new RuleCount("rate", "tobacco-rate-is-no-price", 2), new RuleCount("rate", "rounded-to-cents", 1),
				new RuleCount("benefits-cost-sharing", "cost-sharing-not-understood", 0),
				new RuleCount("benefits-cost-sharing", "rounded-to-cents", 0),
				new RuleCount("benefits-cost-sharing", "rounded-to-basis-points", 0));
	}

	@Test
	void repairsThePlanNames() throws IOException {
		Path plans = Files.writeString(this.folder.resolve("2016.csv"),
				PLANS.replace("No facts", "Children\u0092s \u0093Smile\u0094"));
		assertThat(ReferencePlans.of(plans).variants().get(new PlanVariant.Key(2015, "38344AK0020001-00")).name())
			.isEqualTo("Children's \"Smile\"");
	}

	@Test
	void countsRowsAndRoundedRows() {
		assertThat(this.reference.rates().rows()).isEqualTo(10);
		assertThat(this.reference.rates().rowsRounded()).isEqualTo(1);
		assertThat(this.reference.plans().rows()).isEqualTo(5);
	}

	@Test
	void takesFactsFromTheLowestVariantAndTheFirstOfItsRows() {
		assertThat(this.reference.plans().factsOf(2014, "21989AK0010001"))
			.isEqualTo(new PlanFacts("Low", "PPO", "Individual", "Dental"));
		assertThat(this.reference.plans().factsOf(2014, "38344AK0020001"))
			.isEqualTo(new PlanFacts("Silver", "HMO", "SHOP (Small Group)", "Medical"));
		assertThat(this.reference.plans().factsOf(2015, "38344AK0020001")).isEqualTo(PlanFacts.UNKNOWN);
		assertThat(this.reference.plans().factsOf(2014, "no such plan")).isEqualTo(PlanFacts.UNKNOWN);
	}

	@Test
	void keepsTheFirstRowOfAVariantAndCountsItsRows() {
		Map<PlanVariant.Key, PlanVariant> variants = this.reference.plans().variants();
		assertThat(variants).hasSize(4);
		assertThat(variants.get(new PlanVariant.Key(2014, "21989AK0010001-00")))
			.isEqualTo(new PlanVariant(2014, "21989AK0010001-00", "21989AK0010001", "AK", "21989", "Smile",
					new PlanFacts("Low", "PPO", "Individual", "Dental"), "Off", 0, true, "AKN001", "AKS001", 2));
		assertThat(variants.get(new PlanVariant.Key(2014, "21989AK0010001-01")))
			.isEqualTo(new PlanVariant(2014, "21989AK0010001-01", "21989AK0010001", "AK", "21989", "Smile, \"on\" it",
					new PlanFacts("Gold", "PPO", "Individual", "Medical"), "On", 1, false, "AKN001", "AKS001", 1));
		assertThat(variants.get(new PlanVariant.Key(2014, "38344AK0020001-03")))
			.isEqualTo(new PlanVariant(2014, "38344AK0020001-03", "38344AK0020001", "AK", "38344", "Silver One",
					new PlanFacts("Silver", "HMO", "SHOP (Small Group)", "Medical"), "Unknown", 3, true, "AKN003",
					"Unknown", 1));
	}

	@Test
	void knowsNoPlanWithoutAPlanFile() throws IOException {
		ReferenceRates rates = ReferenceRates.of(this.folder.resolve("Rate.csv"), ReferencePlans.NONE);
		assertThat(rates.byIssuer().keySet()).extracting(RateGroup.Issuer::group)
			.allMatch((group) -> group.market().equals("Unknown") && group.coverage().equals("Unknown")
					&& group.metalLevel().equals("Unknown"));
		assertThat(rates.total()).isEqualTo(this.reference.rates().total());
	}

}
