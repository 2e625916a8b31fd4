package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Path;

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

}
