package io.planstream.testsupport.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceTableTests {

	private final ReferenceTable table = new ReferenceTable("network", List.of("year", "id"), List.of("name", "rows"),
			Map.of(List.of("2014", "N1"), Arrays.asList(null, "2"), List.of("2014", "N2"), List.of("Blue", "1")));

	@Test
	void findsNoDifferenceToItself() {
		assertThat(this.table.differences(Map.copyOf(this.table.rows()))).isEmpty();
	}

	@Test
	void namesTableKeyColumnAndBothValues() {
		assertThat(this.table.differences(
				Map.of(List.of("2014", "N1"), List.of("Red", "3"), List.of("2014", "N2"), List.of("Blue", "1"))))
			.containsExactly("network [year=2014, id=N1]: name should be null, is Red; rows should be 2, is 3");
	}

	@Test
	void namesRowsThatAreMissingOrTooMany() {
		assertThat(this.table.differences(
				Map.of(List.of("2014", "N2"), List.of("Blue", "1"), List.of("2015", "N1"), List.of("Red", "1"))))
			.containsExactly("network [year=2014, id=N1]: should be there with name=null, rows=2",
					"network [year=2015, id=N1]: should not be there, has name=Red, rows=1");
	}

}
