package io.planstream.model.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.inspect.InspectionException.Code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InspectorTests {

	private static final String RATE_HEADER = "BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,"
			+ "IndividualRate,IndividualTobaccoRate";

	private static final String PLAN_HEADER = "PlanMarketingName,BusinessYear,StateCode,IssuerId,PlanId,"
			+ "StandardComponentId,MetalLevel,PlanType,MarketCoverage,DentalOnly,CSRVariationType,NetworkId,"
			+ "ServiceAreaId";

	@TempDir
	Path directory;

	@Test
	void findsRowsYearsAndHashInEveryForm() throws IOException {
		String csv = RATE_HEADER + "\r\n" + rates(2014, 3) + rates(2016, 2);
		Path plain = write("a.csv", csv.getBytes(StandardCharsets.UTF_8));
		Path marked = write("b.csv", ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8));
		Path packed = write("c.csv.gz", gzip(csv));
		Path zipped = write("d.zip", zip("Rate.csv", csv, "raw/2014/Rate_PUF.csv", csv, "hashes.txt", "x"));
		String hash = inspect(plain).files().get(0).contentHash();
		for (Path path : List.of(plain, packed, zipped, marked)) {
			SourceFile file = inspect(path).files().get(0);
			assertThat(file.dataset()).isEqualTo(Dataset.RATE);
			assertThat(file.rows()).isEqualTo(5);
			assertThat(file.years()).containsExactly(2014, 2016);
			assertThat(file.contentHash().equals(hash)).isEqualTo(path != marked);
		}
	}

	@Test
	void slicesCoverTheFileWithoutAGapAndCanBeReadAlone() throws IOException {
		Path path = write("Rate.csv", (RATE_HEADER + "\n" + rates(2014, 60_000)).getBytes(StandardCharsets.UTF_8));
		SourceFile file = new Inspector(1 << 20).inspect(List.of(path), false, (bytes) -> {
		}).files().get(0);
		assertThat(file.slices()).hasSizeGreaterThan(3);
		assertThat(file.slices().get(0).startByte()).isEqualTo(RATE_HEADER.length() + 1);
		long at = file.slices().get(0).startByte();
		long line = 2;
		for (SliceRange slice : file.slices()) {
			assertThat(slice.startByte()).isEqualTo(at);
			assertThat(slice.startLine()).isEqualTo(line);
			assertThat(slice.endByte() - slice.startByte()).isLessThanOrEqualTo(1 << 20);
			assertThat(readAlone(file, slice)).isEqualTo(slice.rows() + " " + slice.checksum());
			at = slice.endByte();
			line += slice.rows();
		}
		assertThat(at).isEqualTo(Files.size(path));
		assertThat(file.slices().stream().mapToLong(SliceRange::rows).sum()).isEqualTo(60_000).isEqualTo(file.rows());
	}

	@Test
	void plansAreReadBeforeRatesAndTheSameContentOnce() throws IOException {
		write("a-rate.csv", (RATE_HEADER + "\n" + rates(2014, 2)).getBytes(StandardCharsets.UTF_8));
		write("b-rate-copy.csv", (RATE_HEADER + "\n" + rates(2014, 2)).getBytes(StandardCharsets.UTF_8));
		write("z-plans.csv", (PLAN_HEADER + "\n\"Plan, \"\"A\"\"\",2014,AK,1,P-00,P,Gold,HMO,Individual,No,c,n,s\n")
			.getBytes(StandardCharsets.UTF_8));
		write("notes.csv", "some,other\n1,2\n".getBytes(StandardCharsets.UTF_8));
		Inspection inspection = inspect(this.directory);
		assertThat(inspection.files()).extracting(SourceFile::dataset)
			.containsExactly(Dataset.PLAN_ATTRIBUTES, Dataset.RATE);
		assertThat(inspection.files()).extracting(SourceFile::fileNo).containsExactly(1, 2);
		assertThat(inspection.files().get(0).years()).containsExactly(2014);
		assertThat(inspection.ignored()).hasSize(2).anyMatch((note) -> note.contains("the same content as"));
	}

	@Test
	void whatCannotBeIngestedIsRefusedWithACode() throws IOException {
		String rates = RATE_HEADER + "\n" + rates(2014, 1);
		refused(Code.NO_SUCH_FILE, this.directory.resolve("absent.csv"));
		refused(Code.NO_KNOWN_FILES, Files.createDirectory(this.directory.resolve("nothing")));
		refused(Code.EMPTY_FILE, write("empty.csv", new byte[0]));
		refused(Code.EMPTY_FILE, write("header.csv", RATE_HEADER.getBytes(StandardCharsets.UTF_8)));
		refused(Code.NOT_CSV, write("picture.csv", new byte[] { 'P', 'N', 'G', 0, 1, 2 }));
		refused(Code.NO_KNOWN_FILES, write("other.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
		refused(Code.DAMAGED_ARCHIVE, write("broken.csv.gz", rates.getBytes(StandardCharsets.UTF_8)));
		refused(Code.DAMAGED_ARCHIVE, write("broken.zip", rates.getBytes(StandardCharsets.UTF_8)));
		Path missing = write("missing.csv", rates.replace("IndividualRate,", "Rate,").getBytes(StandardCharsets.UTF_8));
		assertThat(refused(Code.MISSING_COLUMN, missing)).contains("IndividualRate").contains("Found:");
		Path repeated = write("repeated.csv",
				(RATE_HEADER + ",Age\n" + "1,".repeat(9) + "1\n").getBytes(StandardCharsets.UTF_8));
		assertThat(refused(Code.REPEATED_COLUMN, repeated)).contains("more than one column Age");
		Path semicolons = write("semicolons.csv", rates.replace(',', ';').getBytes(StandardCharsets.UTF_8));
		assertThat(refused(Code.NOT_CSV, semicolons)).contains("semicolons");
		assertThat(refused(Code.NOT_CSV, write("utf16.csv", rates.getBytes(StandardCharsets.UTF_16))))
			.contains("UTF-16");
	}

	@Test
	void twoFilesOfOneYearNeedAWordFromThePerson() throws IOException {
		Path one = write("one.csv", (RATE_HEADER + "\n" + rates(2014, 1)).getBytes(StandardCharsets.UTF_8));
		Path two = write("two.csv", (RATE_HEADER + "\n" + rates(2014, 2)).getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(InspectionException.class).isThrownBy(() -> inspect(one, two))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(Code.YEAR_CONFLICT))
			.withMessageContaining("2014");
		Inspection merged = new Inspector(1 << 20).inspect(List.of(one, two), true, (bytes) -> {
		});
		assertThat(merged.files()).hasSize(2);
	}

	private String refused(Code code, Path path) {
		List<String> messages = new ArrayList<>();
		assertThatExceptionOfType(InspectionException.class).isThrownBy(() -> inspect(path)).satisfies((ex) -> {
			assertThat(ex.code()).isEqualTo(code);
			assertThat(ex.action()).isNotBlank();
			messages.add(ex.getMessage());
		});
		return messages.get(0);
	}

	private static String readAlone(SourceFile file, SliceRange slice) throws IOException {
		long rows = 0;
		RecordBlock block = new RecordBlock();
		try (InputStream in = file.place().open(slice.startByte());
				RecordReader reader = new RecordReader(in, slice.startByte(), slice.endByte(), slice.startLine())) {
			while (reader.read(block, 50_000)) {
				rows += block.count();
			}
			return rows + " " + HexFormat.of().toHexDigits((int) reader.checksum());
		}
	}

	private static Inspection inspect(Path... paths) {
		return new Inspector(Inspector.MAX_SLICE_BYTES).inspect(List.of(paths), false, (bytes) -> {
		});
	}

	private static String rates(int year, int count) {
		StringBuilder csv = new StringBuilder();
		for (int i = 0; i < count; i++) {
			csv.append(year).append(",AK,21989,21989AK0010001,Rating Area 1,No Preference,21,").append(i).append(",\n");
		}
		return csv.toString();
	}

	private Path write(String name, byte[] content) throws IOException {
		return Files.write(this.directory.resolve(name), content);
	}

	private static byte[] gzip(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	private static byte[] zip(String... namesAndTexts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (int i = 0; i < namesAndTexts.length; i += 2) {
				out.putNextEntry(new ZipEntry(namesAndTexts[i]));
				out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}

}
