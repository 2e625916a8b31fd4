package io.planstream.model.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordReaderTests {

	/** Short, so that small inputs reach the rules for records that are too long. */
	private static final int MAX = 40;

	@Property(tries = 2000)
	void slicesPutTogetherGiveWhatTheWholeFileGives(@ForAll("hostileCsv") String csv,
			@ForAll @IntRange(min = 1, max = 60) int blockBytes) {
		byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
		Reading whole = read(bytes, 0, Long.MAX_VALUE, 1, 1 << 12);
		Reading slices = new Reading(new ArrayList<>(), 0, 1);
		while (slices.endByte() < bytes.length) {
			Reading one = readOne(bytes, slices.endByte(), slices.endLine(), blockBytes);
			Reading again = read(bytes, slices.endByte(), one.endByte(), slices.endLine(), 7);
			assertThat(again.records()).isEqualTo(one.records());
			slices.records().addAll(one.records());
			slices = new Reading(slices.records(), one.endByte(), one.endLine());
		}
		assertThat(slices.records()).isEqualTo(whole.records());
		assertThat(slices.endLine()).isEqualTo(whole.endLine());
	}

	@Property(tries = 2000)
	void recordsOfRegularCsvAreThoseOfTheParser(@ForAll("regularCsv") String csv) {
		List<List<String>> parsed = new ArrayList<>();
		CsvReader.builder()
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(csv)
			.forEach((record) -> parsed.add(record.getFields()));
		Reading reading = read(csv.getBytes(StandardCharsets.UTF_8), 0, Long.MAX_VALUE, 1, 64, 1 << 20);
		assertThat(reading.records()).allMatch((record) -> record.flaw() == null);
		assertThat(reading.records().stream().map((record) -> fields(record.text())).toList()).isEqualTo(parsed);
	}

	@Property(tries = 1000)
	void everyByteBelongsToARecordOrABlankLine(@ForAll("hostileCsv") String csv) {
		byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
		Reading reading = read(bytes, 0, Long.MAX_VALUE, 1, 16);
		assertThat(reading.endByte()).isEqualTo(bytes.length);
		long content = reading.records().stream().mapToLong(Found::length).sum();
		long lineBreaks = csv.chars().filter((c) -> c == '\n' || c == '\r').count();
		assertThat(content).isBetween(bytes.length - lineBreaks, (long) bytes.length);
	}

	@Test
	void aQuoteNeverClosedCostsOneLine() {
		Reading reading = read("a,b\nc,\"open\nd,e\nf,g\n");
		assertThat(reading.texts()).containsExactly("a,b", "c,\"open", "d,e", "f,g");
		assertThat(reading.flaws()).containsExactly(null, Flaw.UNCLOSED_QUOTE, null, null);
	}

	@Test
	void textAfterAClosingQuoteMarksItsRecordOnly() {
		Reading reading = read("\"a\"b\"c,d\ne,f");
		assertThat(reading.texts()).containsExactly("\"a\"b\"c,d", "e,f");
		assertThat(reading.flaws()).containsExactly(Flaw.MISPLACED_QUOTE, null);
	}

	@Test
	void aLineThatIsTooLongIsOneRecordOfWhichTheBeginningIsKept() {
		String tooLong = "x".repeat(5 * MAX);
		Reading reading = read("a,b\n" + tooLong + "\r\nc,d\n");
		assertThat(reading.records()).extracting(Found::length).containsExactly(3L, 5L * MAX, 3L);
		assertThat(reading.records()).extracting(Found::line).containsExactly(1L, 2L, 3L);
		assertThat(reading.flaws()).containsExactly(null, Flaw.RECORD_TOO_LONG, null);
	}

	@Test
	void aBlockHoldsSoManyRecordsAtTheMostHoweverShortTheyAre() throws IOException {
		int lines = 2 * RecordReader.MAX_RECORDS + 3;
		RecordBlock block = new RecordBlock();
		List<Integer> counts = new ArrayList<>();
		try (RecordReader reader = reader("x\n".repeat(lines).getBytes(StandardCharsets.UTF_8), 0, Long.MAX_VALUE, 1,
				1 << 20)) {
			while (reader.read(block, 1 << 18)) {
				counts.add(block.count());
			}
		}
		assertThat(counts).containsExactly(RecordReader.MAX_RECORDS, RecordReader.MAX_RECORDS, 3);
		assertThat(block.endLine()).isEqualTo(lines + 1L);
	}

	@Test
	void linesAreCountedThroughQuotedLineBreaksAndBlankLines() {
		Reading reading = read("a\r\n\r\n\"b\nb\"\rc\n\nd");
		assertThat(reading.texts()).containsExactly("a", "\"b\nb\"", "c", "d");
		assertThat(reading.records()).extracting(Found::line).containsExactly(1L, 3L, 5L, 7L);
	}

	@Provide
	Arbitrary<String> hostileCsv() {
		return Arbitraries.of("a", "bc", "é", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", "0123456789")
			.list()
			.ofMaxSize(60)
			.map((parts) -> String.join("", parts));
	}

	@Provide
	Arbitrary<String> regularCsv() {
		Arbitrary<String> plain = Arbitraries.of("", "a", "b c", "1.50", "x\"y", "é");
		Arbitrary<String> quoted = Arbitraries.of("\"\"", "\"a,b\"", "\"a\nb\"", "\"a\r\nb\"", "\"say \"\"hi\"\"\"");
		Arbitrary<String> record = Arbitraries.oneOf(plain, quoted)
			.list()
			.ofMinSize(1)
			.ofMaxSize(5)
			.map((fields) -> String.join(",", fields));
		return record.flatMap((first) -> Arbitraries.of("\n", "\r\n", "\r")
			.flatMap((end) -> record.list().ofMaxSize(12).map((rest) -> first + end + String.join(end, rest))));
	}

	private static List<String> fields(String record) {
		return CsvReader.builder().ofSingleCsvRecord(record).getFields();
	}

	private static Reading read(String csv) {
		return read(csv.getBytes(StandardCharsets.UTF_8), 0, Long.MAX_VALUE, 1, 16);
	}

	private static Reading read(byte[] bytes, long from, long to, long line, int blockBytes) {
		return read(bytes, from, to, line, blockBytes, MAX);
	}

	private static Reading read(byte[] bytes, long from, long to, long line, int blockBytes, int longest) {
		List<Found> records = new ArrayList<>();
		RecordBlock block = new RecordBlock();
		try (RecordReader reader = reader(bytes, from, to, line, longest)) {
			long end = from;
			long endLine = line;
			while (reader.read(block, blockBytes)) {
				records.addAll(found(block));
				end = block.endByte();
				endLine = block.endLine();
			}
			return new Reading(records, end, endLine);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Reading readOne(byte[] bytes, long from, long line, int blockBytes) {
		RecordBlock block = new RecordBlock();
		try (RecordReader reader = reader(bytes, from, Long.MAX_VALUE, line, MAX)) {
			assertThat(reader.read(block, blockBytes)).isTrue();
			return new Reading(found(block), block.endByte(), block.endLine());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static RecordReader reader(byte[] bytes, long from, long to, long line, int longest) {
		ByteArrayInputStream in = new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
		return new RecordReader(in, from, to, line, longest);
	}

	private static List<Found> found(RecordBlock block) {
		List<Found> records = new ArrayList<>();
		for (int record = 0; record < block.count(); record++) {
			records.add(new Found(block.text(record, 1 << 20), block.line(record), block.length(record),
					block.flaw(record)));
		}
		return records;
	}

	record Found(String text, long line, long length, Flaw flaw) {
	}

	record Reading(List<Found> records, long endByte, long endLine) {

		List<String> texts() {
			return this.records.stream().map(Found::text).toList();
		}

		List<Flaw> flaws() {
			return this.records.stream().map(Found::flaw).toList();
		}

	}

}
