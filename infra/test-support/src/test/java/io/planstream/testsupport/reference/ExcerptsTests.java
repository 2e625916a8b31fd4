package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Figures that were counted on the excerpts by other tools.
 */
class ExcerptsTests {

	@Test
	void countsTheExcerptsOfThePublishedFiles() throws IOException {
		Path folder = Excerpts.find().orElse(null);
		assumeTrue(folder != null, Excerpts::missing);
		Reference reference = Reference.of(folder.resolve("Rate.csv"), folder.resolve("PlanAttributes.csv"));
		assertThat(reference.rates().rows()).isEqualTo(44);
		assertThat(reference.rates().total()).isEqualTo(new RateFigures(44, 0, 1133352, 2900L, 40613L));
		assertThat(reference.rates().byIssuer().entrySet())
			.filteredOn((entry) -> entry.getKey().group().coverage().equals("Medical"))
			.extracting((entry) -> entry.getValue().rates())
			.satisfies((rates) -> assertThat(rates.stream().mapToLong(Long::longValue).sum()).isEqualTo(19));
		assertThat(reference.plans().rows()).isEqualTo(5040);
		assertThat(reference.plans().variants()).hasSize(5040).allSatisfy((key, plan) -> {
			assertThat(plan.variant()).isZero();
			assertThat(plan.baseVariant()).isTrue();
		});
		assertThat(reference.plans().variants().values()).filteredOn((plan) -> plan.facts().coverage().equals("Dental"))
			.hasSize(1689);
		assertThat(reference.plans().variants().values())
			.filteredOn((plan) -> plan.facts().metalLevel().equals("Silver"))
			.hasSize(1261);
	}

	@Test
	void countsTheExcerptsOfTheOtherDatasets() throws IOException {
		Path folder = Excerpts.find().orElse(null);
		assumeTrue(folder != null, Excerpts::missing);
		Reference reference = Reference.ofFolder(folder);
		assertThat(sizes(reference)).containsOnly(Map.entry("benefit_by_metal", 4149), Map.entry("plan_benefit", 5728),
				Map.entry("benefit_name", 3587), Map.entry("network", 2106), Map.entry("service_area", 1507),
				Map.entry("service_area_county", 5597), Map.entry("business_rule", 1257),
				Map.entry("crosswalk_by_metal", 1143), Map.entry("crosswalk_plan", 3301),
				Map.entry("crosswalk_zip_county", 146), Map.entry("plan_premium", 0), Map.entry("dataset_total", 477),
				Map.entry("rejected_row", 0));
		assertThat(sum(reference, "benefit_by_metal", "benefit_rows")).isEqualTo(6000);
		assertThat(sum(reference, "benefit_by_metal", "base_rows")).isEqualTo(331);
		assertThat(sum(reference, "benefit_by_metal", "covered")).isEqualTo(4641);
		assertThat(sum(reference, "benefit_by_metal", "not_covered")).isEqualTo(1084);
		assertThat(sum(reference, "benefit_by_metal", "ehb")).isEqualTo(3862);
		assertThat(sum(reference, "benefit_by_metal", "copay_amounts")).isEqualTo(1522);
		assertThat(sum(reference, "benefit_by_metal", "copay_cents")).isEqualTo(6_856_100);
		assertThat(sum(reference, "benefit_by_metal", "copay_per_day_cents")).isEqualTo(285_000);
		assertThat(sum(reference, "benefit_by_metal", "copay_per_stay_cents")).isEqualTo(912_500);
		assertThat(sum(reference, "benefit_by_metal", "copay_after_deductible")).isEqualTo(397);
		assertThat(sum(reference, "benefit_by_metal", "copay_before_deductible")).isEqualTo(47);
		assertThat(sum(reference, "benefit_by_metal", "copay_amounts_after")).isEqualTo(140);
		assertThat(sum(reference, "benefit_by_metal", "copay_amounts_after_cents")).isEqualTo(1_610_000);
		assertThat(sum(reference, "benefit_by_metal", "copay_amounts_before")).isEqualTo(42);
		assertThat(sum(reference, "benefit_by_metal", "copay_amounts_before_cents")).isEqualTo(604_000);
		assertThat(sum(reference, "benefit_by_metal", "copay_per_stay_after_cents")).isEqualTo(395_000);
		assertThat(sum(reference, "benefit_by_metal", "copay_per_stay_before_cents")).isEqualTo(155_000);
		assertThat(sum(reference, "benefit_by_metal", "coinsurance_shares_after_bp")).isEqualTo(4_933_900);
		assertThat(sum(reference, "benefit_by_metal", "copay_other")).isEqualTo(3);
		assertThat(sum(reference, "benefit_by_metal", "coinsurance_bp")).isEqualTo(5_507_900);
		assertThat(sum(reference, "benefit_by_metal", "coinsurance_other")).isEqualTo(4);
		assertThat(sum(reference, "network", "source_rows")).isEqualTo(2294);
		assertThat(sum(reference, "service_area", "whole_state_rows")).isEqualTo(263);
		assertThat(sum(reference, "service_area_county", "partial_rows")).isEqualTo(80);
		assertThat(sum(reference, "crosswalk_plan", "crosswalk_rows")).isEqualTo(6000);
		assertThat(sum(reference, "crosswalk_zip_county", "crosswalk_rows")).isEqualTo(151);
		assertThat(reference.rules()).extracting(RuleCount::rows).containsOnly(0L);
	}

	private static Map<String, Integer> sizes(Reference reference) {
		return reference.tables()
			.stream()
			.collect(Collectors.toMap(ReferenceTable::name, (table) -> table.rows().size()));
	}

	private static long sum(Reference reference, String name, String column) {
		ReferenceTable table = reference.table(name);
		int position = table.valueColumns().indexOf(column);
		return table.rows().values().stream().mapToLong((values) -> Long.parseLong(values.get(position))).sum();
	}

}
