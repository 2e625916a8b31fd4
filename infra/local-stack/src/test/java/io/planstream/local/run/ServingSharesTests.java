package io.planstream.local.run;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServingSharesTests {

	@Test
	void yearsInARowAreARange() {
		assertThat(ServingShares.inWords(List.of("rate 2016", "rate 2014", "rate 2015"))).isEqualTo("rate 2014-2016");
	}

	@Test
	void yearsWithAGapAreTwoRanges() {
		assertThat(ServingShares.inWords(List.of("rate 2014", "rate 2015", "rate 2017")))
			.isEqualTo("rate 2014-2015+2017");
	}

	@Test
	void manyDatasetsOfTheSameYearsAreCounted() {
		assertThat(ServingShares.inWords(
				List.of("crosswalk 2015", "network 2014", "plan-attributes 2014", "rate 2014", "service-area 2015")))
			.isEqualTo("3 datasets 2014, crosswalk and service-area 2015");
	}

	@Test
	void aRunThatServesNothingHasNoWords() {
		assertThat(ServingShares.inWords(List.of())).isEmpty();
	}

}
