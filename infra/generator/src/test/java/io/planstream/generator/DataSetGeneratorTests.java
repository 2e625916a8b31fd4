package io.planstream.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DataSetGeneratorTests {

	@TempDir
	private Path folder;

	@Test
	void writesTheSameBytesForTheSameSeed() throws IOException {
		GeneratedDataSet one = generate(0.002, 7, "one");
		GeneratedDataSet same = generate(0.002, 7, "same");
		for (String name : DataSetGenerator.FILES) {
			assertThat(one.file(name).path()).hasSameBinaryContentAs(same.file(name).path());
		}
	}

	@Test
	void writesOtherBytesForAnotherSeed() throws IOException {
		GeneratedDataSet one = generate(0.002, 7, "one");
		GeneratedDataSet other = generate(0.002, 8, "other");
		for (String name : DataSetGenerator.FILES) {
			assertThat(hash(one.file(name))).isNotEqualTo(hash(other.file(name)));
		}
	}

	/**
	 * The same on every platform and Java release. Change the hashes only with a change
	 * that means to change the data.
	 */
	@Test
	void writesTheBytesItAlwaysWrote() throws IOException {
		GeneratedDataSet dataSet = generate(0.001, 1, "always");
		Map<String, String> hashes = new TreeMap<>();
		for (String name : DataSetGenerator.FILES) {
			hashes.put(name, hash(dataSet.file(name)).substring(0, 16));
		}
		assertThat(hashes).isEqualTo(Map.of("BenefitsCostSharing.csv", "244c677cc60b3422", "BusinessRules.csv",
				"9b13a712fc9006b9", "Crosswalk2015.csv", "4462c5be77526d30", "Crosswalk2016.csv", "9beecc8f309f05ed",
				"Network.csv", "82dcfb32a5dffbac", "PlanAttributes.csv", "ff5f935e64003c92", "Rate.csv",
				"3d86dc8a5e8e5209", "ServiceArea.csv", "b7a4cc8e05e2bcfd"));
	}

	@Test
	void doesNotDependOnTheLanguageOfTheMachine() throws IOException {
		GeneratedDataSet usual = generate(0.001, 1, "usual");
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			GeneratedDataSet arabic = generate(0.001, 1, "arabic");
			for (String name : DataSetGenerator.FILES) {
				assertThat(hash(arabic.file(name))).isEqualTo(hash(usual.file(name)));
			}
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void reportsWhatItWrote() throws IOException {
		GeneratedDataSet dataSet = generate(0.002, 7, "report");
		for (GeneratedFile file : dataSet.files()) {
			assertThat(file.bytes()).isEqualTo(Files.size(file.path()));
		}
		for (GeneratedFile file : dataSet.files()) {
			assertThat(file.rows()).isEqualTo(records(file));
		}
		assertThat(dataSet.rows()).isEqualTo(dataSet.files().stream().mapToLong(GeneratedFile::rows).sum());
	}

	@Test
	void tellsHowFarItIs() throws IOException {
		List<Long> told = new ArrayList<>();
		DataSetGenerator generator = DataSetGenerator.of(0.002, 7);
		generator.writeTo(this.folder.resolve("progress"), told::add);
		assertThat(told).isSorted().hasSizeGreaterThan(40).endsWith(generator.rateRows());
	}

	@Test
	void leavesNoFileWhenItIsStopped() {
		Path directory = this.folder.resolve("stopped");
		assertThatIllegalStateException().isThrownBy(() -> DataSetGenerator.of(0.002, 7).writeTo(directory, (rows) -> {
			throw new IllegalStateException("stopped");
		}));
		assertThat(directory).isEmptyDirectory();
	}

	@Test
	void replacesAnOlderDataSet() throws IOException {
		generate(0.002, 7, "again");
		String before = hash(generate(0.002, 8, "again").rates());
		assertThat(before).isEqualTo(hash(generate(0.002, 8, "fresh").rates()));
		assertThat(this.folder.resolve("again")).isDirectoryNotContaining("glob:**.part");
	}

	@Test
	void endsLinesWithALineFeedAlone() throws IOException {
		GeneratedDataSet dataSet = generate(0.002, 7, "lines");
		for (GeneratedFile file : dataSet.files()) {
			String text = Files.readString(file.path(), StandardCharsets.UTF_8);
			assertThat(text).doesNotContain("\r").endsWith("\n").doesNotContain("\ufeff");
		}
	}

	private GeneratedDataSet generate(double scale, long seed, String name) throws IOException {
		return DataSetGenerator.of(scale, seed).writeTo(this.folder.resolve(name), (rows) -> {
		});
	}

	/** Not lines: texts of plans go over several. */
	private static long records(GeneratedFile file) throws IOException {
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file.path())) {
			return reader.stream().count();
		}
	}

	private static String hash(GeneratedFile file) throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file.path())));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new AssertionError(ex);
		}
	}

}
