package io.planstream.ingest.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes small source files. Each has an issuer of its own, so that no two have the same
 * content, and thus the same run, by chance.
 */
final class RateFile {

	private static final String HEADER = "BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,"
			+ "IndividualRate,IndividualTobaccoRate";

	private static final List<String> STATES = List.of("AK", "AL", "AZ", "FL", "TX", "WI", "WY");

	private final String issuer = UUID.randomUUID().toString().substring(0, 8);

	private final List<String> lines = new ArrayList<>(List.of(HEADER));

	static RateFile ofRows(int year, int rows) {
		RateFile file = new RateFile();
		for (int row = 0; row < rows; row++) {
			String state = STATES.get(row * STATES.size() / rows);
			file.row(year, state, "Rating Area " + row % 7, String.valueOf(21 + row % 44), "1" + row % 90 + ".25");
		}
		return file;
	}

	RateFile row(int year, String state, String area, String age, String rate) {
		return line(year + "," + state + "," + this.issuer + ",12345" + state + "0010001," + area + ",No Preference,"
				+ age + "," + rate + ",");
	}

	RateFile line(String line) {
		this.lines.add(line);
		return this;
	}

	/** A row that is rejected. */
	RateFile brokenRow() {
		return line("2016,AK," + this.issuer + ",12345AK0010001,Rating Area 1,No Preference,21,dear,");
	}

	Path write(Path folder, String name) {
		return writeText(folder.resolve(name), String.join("\n", this.lines) + "\n");
	}

	static Path writeText(Path file, String content) {
		try {
			Files.createDirectories(file.getParent());
			return Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
