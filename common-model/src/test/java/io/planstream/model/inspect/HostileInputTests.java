package io.planstream.model.inspect;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.planstream.model.csv.FieldReader;
import io.planstream.model.csv.Fields;
import io.planstream.model.csv.Flaw;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.inspect.InspectionException.Code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files that are broken, or made to break a reader.
 */
class HostileInputTests {

	private static final String HEADER = "BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,"
			+ "IndividualRate,IndividualTobaccoRate\n";

	private static final String ROW = "2014,AK,21989,21989AK0010001,Rating Area 1,No Preference,21,100.00,\n";

	private static final String CSV = HEADER + ROW + ROW.replace("100", "200");

	@TempDir
	Path directory;

	@Test
	void theKaggleArchiveIsReadWithoutItsRawFolderAndDatabase() throws IOException {
		Path zip = write("kaggle.zip", zip("Rate.csv", CSV, "raw/2014/Rate_PUF.csv", CSV + ROW, "database.sqlite",
				"SQLite format 3\0", "hashes.txt", "d41d8cd9"));
		Inspection inspection = inspect(zip);
		assertThat(inspection.files()).extracting(SourceFile::fileName).containsExactly("Rate.csv");
		assertThat(inspection.files().get(0).rows()).isEqualTo(2);
		assertThat(inspection.ignored()).isEmpty();
	}

	@Test
	void entriesThatLeadOutsideAndNestedArchivesAreIgnoredWithAMessage() throws IOException {
		Path zip = write("odd.zip",
				zip("../x.csv", CSV + ROW, "/etc/y.csv", CSV + ROW, "inner.zip", "PK", "Rate.csv", CSV));
		Inspection inspection = inspect(zip);
		assertThat(inspection.files()).extracting(SourceFile::fileName).containsExactly("Rate.csv");
		assertThat(inspection.ignored()).hasSize(3)
			.anyMatch((note) -> note.contains("../x.csv: its name leads outside"))
			.anyMatch((note) -> note.contains("/etc/y.csv: its name leads outside"))
			.anyMatch((note) -> note.contains("inner.zip: an archive inside an archive"));
		assertThat(this.directory.getParent().resolve("x.csv")).doesNotExist();
	}

	@Test
	void aGzipThatUnpacksToFarMoreThanItsSizeIsStopped() throws IOException {
		Path bomb = this.directory.resolve("bomb.csv.gz");
		try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(bomb)), 1 << 16)) {
			writeBomb(out);
		}
		assertThat(refused(Code.UNPACKS_TOO_LARGE, bomb)).contains("unpacks to more than");
	}

	@Test
	void aZipThatUnpacksToFarMoreThanItsSizeIsNotEvenOpened() throws IOException {
		Path bomb = this.directory.resolve("bomb.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
			zip.putNextEntry(new ZipEntry("Rate.csv"));
			writeBomb(zip);
		}
		assertThat(refused(Code.UNPACKS_TOO_LARGE, bomb)).contains("bomb.zip unpacks to more than");
	}

	@Test
	void rowsThatRepeatAsRealOnesDoAreNoBomb() throws IOException {
		Path packed = this.directory.resolve("Rate.csv.gz");
		try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(packed)),
				1 << 16)) {
			out.write(HEADER.getBytes(StandardCharsets.UTF_8));
			for (int i = 0; i < 300_000; i++) {
				out.write(ROW.replace("100.00", String.valueOf(i / 4)).getBytes(StandardCharsets.UTF_8));
			}
		}
		assertThat(inspect(packed).files().get(0).rows()).isEqualTo(300_000);
	}

	@Test
	void anEncryptedArchiveIsRefusedAsSuch() throws IOException {
		byte[] zip = zip("Rate.csv", CSV);
		zip[6] |= 1;
		zip[indexOf(zip, new byte[] { 'P', 'K', 1, 2 }) + 8] |= 1;
		assertThat(refused(Code.ENCRYPTED_ARCHIVE, write("secret.zip", zip))).contains("secret.zip is encrypted");
	}

	@Test
	void aTruncatedGzipIsRefusedWithThePlaceWhereItBreaks() throws IOException {
		StringBuilder rows = new StringBuilder(HEADER);
		for (int i = 0; i < 50_000; i++) {
			rows.append(ROW.replace("100.00", i * 7919 % 100_003 + ".25"));
		}
		byte[] whole = gzip(rows.toString());
		String message = refused(Code.DAMAGED_ARCHIVE,
				write("cut.csv.gz", Arrays.copyOf(whole, whole.length * 9 / 10)));
		assertThat(message).matches("(?s).*cut.csv.gz is damaged or incomplete: it breaks off after \\d{6,} bytes.*");
		refused(Code.DAMAGED_ARCHIVE, write("end.csv.gz", Arrays.copyOf(whole, whole.length - 1)));
	}

	@Test
	void aTruncatedZipAndOneWithChangedContentAreRefused() throws IOException {
		byte[] whole = zip("Rate.csv", CSV);
		refused(Code.DAMAGED_ARCHIVE, write("cut.zip", Arrays.copyOf(whole, whole.length - 30)));
		int directory = indexOf(whole, new byte[] { 'P', 'K', 1, 2 });
		whole[directory + 16] ^= 1;
		assertThat(refused(Code.DAMAGED_ARCHIVE, write("crc.zip", whole))).contains("checksum");
	}

	@Test
	void anEmptyGzipIsRefusedAndAllMembersOfOneAreRead() throws IOException {
		refused(Code.EMPTY_FILE, write("nothing.csv.gz", new byte[0]));
		refused(Code.EMPTY_FILE, write("blank.csv.gz", gzip("")));
		ByteArrayOutputStream members = new ByteArrayOutputStream();
		members.write(gzip(CSV));
		members.write(gzip(ROW));
		assertThat(inspect(write("members.csv.gz", members.toByteArray())).files().get(0).rows()).isEqualTo(3);
	}

	@Test
	void aGzipThatIsCutInTheFirstBytesOfALaterMemberIsRefused() throws IOException {
		ByteArrayOutputStream members = new ByteArrayOutputStream();
		members.write(gzip(CSV));
		members.write(gzip(ROW), 0, 5);
		assertThat(refused(Code.DAMAGED_ARCHIVE, write("members.csv.gz", members.toByteArray())))
			.contains("breaks off after " + CSV.length() + " bytes");
	}

	@Test
	void anArchiveOfTheLargeFormatIsRead() throws IOException {
		Path large = this.directory.resolve("zip64.zip");
		try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(large)))) {
			for (int i = 0; i < 66_000; i++) {
				zip.putNextEntry(new ZipEntry(i + ".txt"));
			}
			zip.putNextEntry(new ZipEntry("Rate.csv"));
			zip.write(CSV.getBytes(StandardCharsets.UTF_8));
		}
		assertThat(inspect(large).files()).extracting(SourceFile::rows).containsExactly(2L);
	}

	@Test
	void noMoreComesOutOfACompressedFileThanItsLimit() throws IOException {
		assertThat(UnpackedStream.limit(1)).isEqualTo(UnpackedStream.ALWAYS_ALLOWED);
		assertThat(UnpackedStream.limit(1 << 20)).isEqualTo(UnpackedStream.MAX_RATIO << 20);
		assertThat(UnpackedStream.limit(1L << 40)).isEqualTo(UnpackedStream.MAX_BYTES);
		try (InputStream in = new UnpackedStream(new ByteArrayInputStream(new byte[101]), 100, -1, -1)) {
			assertThatExceptionOfType(ContentException.class).isThrownBy(in::readAllBytes)
				.withMessageContaining("more than 100 bytes");
		}
	}

	@Test
	void twoEntriesOfOneNameAreRefused() throws IOException {
		byte[] zip = zip("Rate-a.csv", CSV, "Rate-b.csv", CSV + ROW);
		String text = new String(zip, StandardCharsets.ISO_8859_1).replace("Rate-b", "Rate-a");
		Path twice = write("twice.zip", text.getBytes(StandardCharsets.ISO_8859_1));
		assertThat(refused(Code.DAMAGED_ARCHIVE, twice)).contains("two entries called Rate-a.csv");
	}

	@Test
	void namesInAnUnknownEncodingAreFoundAgain() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes, Charset.forName("windows-1252"))) {
			out.putNextEntry(new ZipEntry("Tarif \u00e9t\u00e9.csv"));
			out.write(CSV.getBytes(StandardCharsets.UTF_8));
		}
		SourceFile file = inspect(write("names.zip", bytes.toByteArray())).files().get(0);
		assertThat(file.fileName()).isEqualTo("Tarif \u00e9t\u00e9.csv");
		try (InputStream again = file.place().open(HEADER.length())) {
			assertThat(new String(again.readAllBytes(), StandardCharsets.UTF_8))
				.isEqualTo(CSV.substring(HEADER.length()));
		}
	}

	@Test
	void linksInAFolderAreNotFollowedAndAFolderMayBeCalledLikeAFile() throws IOException {
		Path outside = Files.writeString(Files.createTempFile("outside", ".csv"), CSV + ROW);
		try {
			Path data = Files.createDirectories(this.directory.resolve("data/x.csv"));
			Files.writeString(data.resolve("Rate.csv"), CSV);
			Files.createSymbolicLink(data.resolve("link.csv"), outside);
			Inspection inspection = inspect(this.directory.resolve("data"));
			assertThat(inspection.files()).extracting(SourceFile::rows).containsExactly(2L);
			assertThat(inspection.ignored()).singleElement().asString().contains("link.csv: links");
		}
		finally {
			Files.delete(outside);
		}
	}

	@Test
	void aFileThatGrowsWhileItIsReadIsRefused() throws IOException {
		Path file = write("growing.csv", CSV.getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(InspectionException.class)
			.isThrownBy(() -> new Inspector(1 << 20).inspect(List.of(file), false, (bytes) -> append(file)))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(Code.CHANGED_FILE));
	}

	@Test
	void aHeaderWithNulBytesIsRefusedEvenWhenItsColumnsAreKnown() throws IOException {
		Path file = write("nul.csv",
				CSV.replace("TobaccoRate\n", "TobaccoRate,x\0\n").getBytes(StandardCharsets.UTF_8));
		assertThat(refused(Code.NOT_CSV, file)).contains("NUL bytes");
	}

	@Test
	void badRowsAreFlawedAndTheirNeighboursRead() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(CSV.getBytes(StandardCharsets.UTF_8));
		bytes.write("2014,AK\0,nul\n".getBytes(StandardCharsets.UTF_8));
		bytes.write(ROW.getBytes(StandardCharsets.UTF_8));
		bytes.write("2014,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
		bytes.write(ROW.getBytes(StandardCharsets.UTF_8));
		writeLongField(bytes);
		bytes.write(ROW.getBytes(StandardCharsets.UTF_8));
		bytes.write("2014,\"open\n".getBytes(StandardCharsets.UTF_8));
		bytes.write(ROW.getBytes(StandardCharsets.UTF_8));
		bytes.write("2014,AK,short\n".getBytes(StandardCharsets.UTF_8));
		SourceFile file = inspect(write("bad.csv", bytes.toByteArray())).files().get(0);
		assertThat(file.rows()).isEqualTo(11);
		assertThat(read(file)).containsExactly("whole", "whole", "NUL_BYTE", "whole", "NOT_UTF8", "whole",
				"RECORD_TOO_LONG", "whole", "UNCLOSED_QUOTE", "whole", "incomplete");
	}

	/** Within the longest record there is room for a million empty fields. */
	@Test
	void rowsOfFarTooManyFieldsAreIncompleteAndTheirNeighboursRead() throws IOException {
		String csv = HEADER + ROW + "2014" + ",".repeat(20_000) + "\n" + ROW + "2014" + ",".repeat(1_000_000) + "\n"
				+ ROW;
		SourceFile file = inspect(write("wide.csv", csv.getBytes(StandardCharsets.UTF_8))).files().get(0);
		assertThat(read(file)).containsExactly("whole", "incomplete", "whole", "incomplete", "whole");
	}

	@Test
	void aFileOfTornQuotesIsRefusedInsteadOfReadForHours() throws IOException {
		Path torn = write("torn.csv", (HEADER + "x\",\"\n".repeat(400_000)).getBytes(StandardCharsets.UTF_8));
		assertThat(refused(Code.NOT_CSV, torn)).contains("quotes that are never closed");
	}

	private static List<String> read(SourceFile file) throws IOException {
		List<String> outcomes = new ArrayList<>();
		SliceRange slice = file.slices().get(0);
		FieldReader fields = new FieldReader(file.layout());
		RecordBlock block = new RecordBlock();
		try (RecordReader reader = new RecordReader(file.place().open(slice.startByte()), slice.startByte(),
				Long.MAX_VALUE, slice.startLine())) {
			while (reader.read(block, 1 << 16)) {
				fields.open(block);
				for (int record = 0; record < block.count(); record++) {
					outcomes.add(outcome(fields.next(), block.flaw(record)));
				}
			}
		}
		return outcomes;
	}

	private static String outcome(Fields fields, Flaw flaw) {
		if (flaw != null) {
			return flaw.name();
		}
		return fields.complete() ? "whole" : "incomplete";
	}

	private static void writeLongField(OutputStream out) throws IOException {
		byte[] part = "y".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 10; i++) {
			out.write(part);
		}
		out.write('\n');
	}

	/** Rows that are all the same, 100 MB of them. */
	private static void writeBomb(OutputStream out) throws IOException {
		out.write(HEADER.getBytes(StandardCharsets.UTF_8));
		byte[] rows = ("2014" + ",".repeat(8) + "\n" + ",".repeat(4000)).repeat(16).getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 1600; i++) {
			out.write(rows);
		}
	}

	private static void append(Path file) {
		try {
			Files.writeString(file, ROW, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private String refused(Code code, Path path) {
		List<String> messages = new ArrayList<>();
		assertThatExceptionOfType(InspectionException.class).isThrownBy(() -> inspect(path)).satisfies((ex) -> {
			assertThat(ex.code()).as(ex.getMessage()).isEqualTo(code);
			assertThat(ex.action()).isNotBlank();
			messages.add(ex.getMessage());
		});
		return messages.get(0);
	}

	private static Inspection inspect(Path path) {
		return new Inspector(Inspector.MAX_SLICE_BYTES).inspect(List.of(path), false, (bytes) -> {
		});
	}

	private Path write(String name, byte[] content) throws IOException {
		return Files.write(this.directory.resolve(name), content);
	}

	private static int indexOf(byte[] bytes, byte[] wanted) {
		int wantedInt = ByteBuffer.wrap(wanted).order(ByteOrder.BIG_ENDIAN).getInt();
		int i = 0;
		while (ByteBuffer.wrap(bytes).getInt(i) != wantedInt) {
			i++;
		}
		return i;
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
