package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

import io.planstream.generator.DataSetGenerator;
import io.planstream.generator.GeneratedDataSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The generator and the reference aggregator, each a check of the other.
 */
class GeneratedDataTests {

	@TempDir
	private static Path folder;

	private static GeneratedDataSet dataSet;

	private static Reference reference;

	@BeforeAll
	static void generate() throws IOException {
		dataSet = DataSetGenerator.of(0.005, 3).writeTo(folder, (rows) -> {
		});
		reference = Reference.of(dataSet.rates().path(), dataSet.planAttributes().path());
	}

	@Test
	void countsTheRowsThatWereWritten() {
		assertThat(reference.rates().rows()).isEqualTo(dataSet.rates().rows());
		assertThat(reference.plans().rows()).isEqualTo(dataSet.planAttributes().rows());
		assertThat(reference.rates().total().rates() + reference.rates().total().setAside())
			.isEqualTo(dataSet.rates().rows());
	}

	@Test
	void agreesAtBothGrainsThatHoldEveryRow() {
		RateFigures byAge = sum(reference.rates().byAge().values().stream().map(AgeFigures::premium).toList());
		assertThat(byAge).isEqualTo(reference.rates().total());
	}

	@Test
	void agreesAtBothGrainsThatHoldTheComparedAges() {
		assertThat(sum(reference.rates().byPlan().values())).isEqualTo(sum(reference.rates().byRatingArea().values()));
	}

	@Test
	void findsThePlanOfEveryRateButOne() {
		assertThat(reference.rates().byIssuer())
			.extractingByKey(new RateGroup.Issuer(new RateGroup(2014, "TX", "Unknown", "Unknown", "Unknown"), "19312"))
			.satisfies((figures) -> assertThat(figures.rates()).isEqualTo(92));
		assertThat(reference.rates().byIssuer().keySet()).filteredOn((key) -> key.group().coverage().equals("Unknown"))
			.hasSize(1);
	}

	@Test
	void setsAsideWhatIsNoPrice() {
		assertThat(reference.rates().total().setAside()).isPositive();
		assertThat(reference.rates().total().minCents()).isGreaterThan(1);
		assertThat(reference.rates().total().maxCents()).isLessThan(900_000);
		assertThat(reference.rates().rowsRounded()).isPositive();
	}

	private static RateFigures sum(Collection<RateFigures> groups) {
		return groups.stream().reduce(RateFigures.NONE, RateFigures::plus);
	}

}
