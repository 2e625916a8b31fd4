package io.planstream.generator.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvBytesTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final CsvBytes csv = new CsvBytes(this.out);

	@ParameterizedTest
	@CsvSource({ "29000, 29.0", "73900, 73.9", "73950, 73.95", "157123, 157.123", "0, 0.0", "10, 0.01", "1, 0.001",
			"100100, 100.1", "100001, 100.001", "9999990, 9999.99", "999999000, 999999.0" })
	void rendersAmountsAsPandasDoes(long mills, String expected) throws IOException {
		this.csv.amount(mills);
		assertThat(written()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "0", "9", "10", "12345678901" })
	void rendersWholeNumbers(long number) throws IOException {
		this.csv.integer(number);
		assertThat(written()).isEqualTo(Long.toString(number));
	}

	@Test
	void quotesOnlyFieldsThatNeedIt() throws IOException {
		this.csv.field("plain $6,850".replace(",", ""));
		this.csv.raw(',');
		this.csv.field("$6,850 ");
		this.csv.raw(',');
		this.csv.field("say \"no\"");
		this.csv.raw(',');
		this.csv.field("two\nlines");
		this.csv.raw(',');
		this.csv.field("");
		assertThat(written()).isEqualTo("plain $6850,\"$6,850 \",\"say \"\"no\"\"\",\"two\nlines\",");
	}

	@Test
	void encodesTextInUtf8() throws IOException {
		this.csv.field("Nature\u00e2\u0080\u0099s");
		this.csv.close();
		assertThat(this.out.toByteArray()).isEqualTo("Nature\u00e2\u0080\u0099s".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void countsBytesWhetherHandedOnOrNot() throws IOException {
		byte[] line = "0123456789abcdef\n".getBytes(StandardCharsets.US_ASCII);
		for (int number = 0; number < 100_000; number++) {
			this.csv.raw(line);
		}
		assertThat(this.csv.size()).isEqualTo(1_700_000);
		assertThat(written()).hasSize(1_700_000).startsWith("0123456789abcdef\n0").endsWith("def\n");
	}

	private String written() throws IOException {
		this.csv.close();
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
