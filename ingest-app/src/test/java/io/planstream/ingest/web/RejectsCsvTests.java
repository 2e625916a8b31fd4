package io.planstream.ingest.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RejectsCsvTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/C calc'!A0", "\t=1", "\r=1", "\n=1", "  =1", "|x",
			"\uFF1D1", "\uFF0B1", "=1\nsecond line", "\tx" })
	void aFieldThatASpreadsheetWouldRunGetsAnApostrophe(String field) {
		assertThat(RejectsCsv.harmless(field)).isEqualTo("'" + field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2016", "a=b", "'=1", "Rate.csv", "2014,AK,-1", "a\n=1" })
	void otherFieldsStayAsTheyAre(String field) {
		assertThat(RejectsCsv.harmless(field)).isEqualTo(field);
	}

	@Test
	void noFieldStaysNone() {
		assertThat(RejectsCsv.harmless(null)).isNull();
	}

}
