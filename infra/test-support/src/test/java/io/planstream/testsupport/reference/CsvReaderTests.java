package io.planstream.testsupport.reference;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class CsvReaderTests {

	@Test
	void readsFieldsAndLines() throws IOException {
		assertThat(read("a,b\n1,\n,2\n")).containsExactly(List.of("a", "b"), List.of("1", ""), List.of("", "2"));
	}

	@Test
	void readsALastLineWithoutEnd() throws IOException {
		assertThat(read("a,b")).containsExactly(List.of("a", "b"));
	}

	@Test
	void takesCommasQuotesAndLineBreaksInQuotesAsText() throws IOException {
		assertThat(read("\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\"\nx,y,z\n"))
			.containsExactly(List.of("a,b", "say \"no\"", "two\r\nlines"), List.of("x", "y", "z"));
	}

	@Test
	void takesQuotesInUnquotedFieldsAsText() throws IOException {
		assertThat(read("5\" pipe,a\"b\"\n")).containsExactly(List.of("5\" pipe", "a\"b\""));
	}

	@Test
	void takesTextAfterAClosingQuoteAsPartOfTheField() throws IOException {
		assertThat(read("\"a\"b,c\n")).containsExactly(List.of("ab", "c"));
	}

	@Test
	void endsLinesWithAnyLineBreakAndSkipsBlankOnes() throws IOException {
		assertThat(read("a\r\nb\rc\n\n\r\nd")).containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
	}

	@Test
	void skipsAByteOrderMark() throws IOException {
		assertThat(read("\ufeffa,b\n")).containsExactly(List.of("a", "b"));
	}

	@Test
	void keepsAQuotedEmptyFieldAsARecord() throws IOException {
		assertThat(read("\"\"\n")).containsExactly(List.of(""));
	}

	@Test
	void findsNothingInAnEmptyFile() throws IOException {
		assertThat(read("")).isEmpty();
	}

	@Test
	void refusesAQuoteThatIsNeverClosed() {
		assertThatIOException().isThrownBy(() -> read("a,\"b\n1,2\n")).withMessageContaining("never closed");
	}

	@Test
	void knowsTheLineThatARecordBeginsOn() throws IOException {
		List<Long> lines = new ArrayList<>();
		try (CsvReader reader = new CsvReader(new StringReader("a\r\n\"b\n\nb\",c\n\nd\re\n"))) {
			while (reader.read() != null) {
				lines.add(reader.recordLine());
			}
		}
		assertThat(lines).containsExactly(1L, 2L, 6L, 7L);
	}

	@Test
	void readsFieldsBeyondTheSizeOfItsBuffer() throws IOException {
		String big = "x".repeat(100_000);
		assertThat(read(big + "\n\"" + big + "\"\"\"")).containsExactly(List.of(big), List.of(big + "\""));
	}

	private static List<List<String>> read(String text) throws IOException {
		List<List<String>> records = new ArrayList<>();
		try (CsvReader reader = new CsvReader(new StringReader(text))) {
			for (List<String> record = reader.read(); record != null; record = reader.read()) {
				records.add(record);
			}
		}
		return records;
	}

}
