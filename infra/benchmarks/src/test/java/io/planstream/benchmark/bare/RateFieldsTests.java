package io.planstream.benchmark.bare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import io.planstream.model.csv.Fields;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.rate.RateRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RateFieldsTests {

	private static final String LINE = "2014,AK,21989,HIOS,6,,21989,93,2014-01-01,2014-12-31,21989AK0010001,"
			+ "Rating Area 1,No Preference,%d,%s,,,,,,,,,14\n";

	@TempDir
	private Path folder;

	@Test
	void readsTheRowsOfAllPartsOnce() throws Exception {
		StringBuilder text = new StringBuilder("BusinessYear,StateCode\n");
		for (int age = 21; age < 64; age++) {
			text.append(LINE.formatted(age, "29.5"));
		}
		Path rates = Files.writeString(this.folder.resolve("Rate.csv"), text);
		List<String> ages = new ArrayList<>();
		for (FilePart part : FilePart.cut(rates, 3)) {
			rows(part).forEach((row) -> ages.add(row.age()));
		}
		assertThat(ages).hasSize(43).doesNotHaveDuplicates().startsWith("21").endsWith("63");
	}

	@Test
	void readsAmountsAndBorrowsFromThePlan() throws Exception {
		Path rates = Files.writeString(this.folder.resolve("Rate.csv"),
				"h\n" + LINE.formatted(21, "29.5") + LINE.formatted(22, "7") + LINE.formatted(23, "0.01"));
		List<RateRow> rows = rows(FilePart.cut(rates, 1).get(0));
		assertThat(rows).extracting(RateRow::individualCents).containsExactly(2950L, 700L, 1L);
		assertThat(rows).extracting(RateRow::tobaccoCents).containsOnly(Fields.NO_AMOUNT);
		assertThat(rows).extracting(RateRow::plan)
			.containsOnly(new PlanFacts("Silver", "HMO", "Individual", "Medical"));
	}

	private List<RateRow> rows(FilePart part) throws Exception {
		Path plans = Files.writeString(this.folder.resolve("PlanAttributes.csv"),
				"BusinessYear,StandardComponentId,MetalLevel,PlanType,MarketCoverage,DentalOnlyPlan\n"
						+ "2014,21989AK0010001,Silver,HMO,Individual,No\n");
		try (CsvReader<RateRow> reader = RateFields.reader(part, PlanList.read(plans))) {
			return reader.stream().toList();
		}
	}

}
