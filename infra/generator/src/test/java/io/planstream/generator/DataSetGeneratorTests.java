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
		assertThat(one.rates().path()).hasSameBinaryContentAs(same.rates().path());
		assertThat(one.planAttributes().path()).hasSameBinaryContentAs(same.planAttributes().path());
	}

	@Test
	void writesOtherBytesForAnotherSeed() throws IOException {
		GeneratedDataSet one = generate(0.002, 7, "one");
		GeneratedDataSet other = generate(0.002, 8, "other");
		assertThat(hash(one.rates())).isNotEqualTo(hash(other.rates()));
		assertThat(hash(one.planAttributes())).isNotEqualTo(hash(other.planAttributes()));
	}

	/**
	 * The same on every platform and Java release. Change the hashes only with a change
	 * that means to change the data.
	 */
	@Test
	void writesTheBytesItAlwaysWrote() throws IOException {
		GeneratedDataSet dataSet = generate(0.001, 1, "always");
		assertThat(hash(dataSet.rates())).isEqualTo("b2a946f032774f02a7a1dad2d2a29d603e0c4f725d311d955e184c99e153bfb4");
		assertThat(hash(dataSet.planAttributes()))
			.isEqualTo("569fddf10d7606e43796834f21278f595f52e66cb83918579551902102ab13b0");
	}

	@Test
	void doesNotDependOnTheLanguageOfTheMachine() throws IOException {
		GeneratedDataSet usual = generate(0.001, 1, "usual");
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			GeneratedDataSet arabic = generate(0.001, 1, "arabic");
			assertThat(hash(arabic.rates())).isEqualTo(hash(usual.rates()));
			assertThat(hash(arabic.planAttributes())).isEqualTo(hash(usual.planAttributes()));
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
		assertThat(dataSet.rates().rows()).isEqualTo(Files.lines(dataSet.rates().path()).count() - 1);
		assertThat(dataSet.rows()).isEqualTo(dataSet.rates().rows() + dataSet.planAttributes().rows());
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
