package io.planstream.model.rate;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.planstream.model.csv.Fields;
import io.planstream.model.csv.Problem;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.plan.PlanIndex;
import io.planstream.model.row.DataRule;
import io.planstream.model.row.ParsedRow;
import io.planstream.model.row.Rows;

import static org.assertj.core.api.Assertions.assertThat;

class RateRowTests {

	private static final String HEADER = "BusinessYear,StateCode,IssuerId,SourceName,PlanId,RatingAreaId,Tobacco,Age,"
			+ "IndividualRate,IndividualTobaccoRate";

	@Test
	void readsARowByTheNamesInTheHeader() {
		ParsedRow row = Rows.one(HEADER,
				"2016,TX,32673,HIOS,32673TX0640001,Rating Area 3,Tobacco User/Non-Tobacco User,30,157.0,172.72");
		assertThat(row).isEqualTo(new RateRow(2016, "TX", "32673", "32673TX0640001", "Rating Area 3",
				"Tobacco User/Non-Tobacco User", "30", 15_700, 17_272, 0, PlanFacts.UNKNOWN));
	}

	@Test
	void trimsTextsAndTakesBlankOnesAsUnknown() {
		RateRow row = (RateRow) Rows.one(HEADER, "2014.0, AK ,,HIOS, 21989AK0010001 ,,,,,");
		assertThat(row.businessYear()).isEqualTo(2014);
		assertThat(row.stateCode()).isEqualTo("AK");
		assertThat(row.planId()).isEqualTo("21989AK0010001");
		assertThat(List.of(row.issuerId(), row.ratingArea(), row.tobacco(), row.age())).containsOnly("Unknown");
		assertThat(row.individualCents()).isEqualTo(Fields.NO_AMOUNT);
		assertThat(row.priced()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "0.0", "0.01", "9999", "9999.0", "9999.99", "99999", "999999.0", "0.004" })
	void placeholdersAreNoPrices(String rate) {
		assertThat(((RateRow) Rows.one(HEADER, row(rate, ""))).priced()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.02", "1.5", "9998.99", "10000", "99999.99", "5503.85" })
	void otherAmountsArePrices(String rate) {
		assertThat(((RateRow) Rows.one(HEADER, row(rate, ""))).priced()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "157.123, 15712, 4", "157.125, 15713, 4", "157.1200, 15712, 0", "29.349999999999998, 2935, 4" })
	void moreThanTwoDecimalsAreRoundedAndSaidSo(String rate, long cents, int rules) {
		RateRow row = (RateRow) Rows.one(HEADER, row(rate, ""));
		assertThat(row.individualCents()).isEqualTo(cents);
		assertThat(row.rules()).isEqualTo(rules);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "14,AK,1,H,P,A,T,21,1,;NOT_A_YEAR;BusinessYear", "2014,,1,H,P,A,T,21,1,;MISSING_VALUE;StateCode",
					"2014,AK,1,H,,A,T,21,1,;MISSING_VALUE;PlanId",
					"2014,AK,1,H,P,A,T,21,x,;NOT_A_NUMBER;IndividualRate",
					"2014,AK,1,H,P,A,T,21,-5,;NOT_A_NUMBER;IndividualRate",
					"2014,AK,1,H,P,A,T,21,1,99999999999;OUT_OF_RANGE;IndividualTobaccoRate",
					"2014,AK,1,H,P,A,T,21,1;TOO_FEW_FIELDS;", "2014,AK,1,H,P,A,T,21,1,2,3;TOO_MANY_FIELDS;",
					"2014,AK,12345678901234567,H,P,A,T,21,1,;TOO_LONG;IssuerId",
					"2014,AK,1,H,P,A,T,\"21,1,;UNCLOSED_QUOTE;", "2014,AK,1,H,\"P\"x,A,T,21,1,;MISPLACED_QUOTE;" })
	void rowsThatBreakTheContractAreRejectedWithColumnAndReason(String record, Problem.Reason reason, String column) {
		Problem problem = ((ParsedRow.Rejected) Rows.one(HEADER, record)).problem();
		assertThat(problem.reason()).isEqualTo(reason);
		assertThat(problem.column()).isEqualTo(column);
		assertThat(problem.message()).isNotBlank();
	}

	@Test
	void bytesThatAreNoUtf8RejectTheirRecordOnly() {
		byte[] records = (row("1", "") + "\n" + row("2", "").replace("Rating", "R\u00e4ting") + "\n" + row("3", ""))
			.getBytes(StandardCharsets.ISO_8859_1);
		List<ParsedRow> rows = Rows.of(HEADER, records, new PlanIndex());
		assertThat(rows).hasSize(3);
		assertThat(((RateRow) rows.get(0)).individualCents()).isEqualTo(100);
		assertThat(((ParsedRow.Rejected) rows.get(1)).problem().reason()).isEqualTo(Problem.Reason.NOT_UTF8);
		assertThat(((RateRow) rows.get(2)).individualCents()).isEqualTo(300);
	}

	/**
	 * Kaggle read the yearly files of 2016 as Latin-1; who reads them as they are has to
	 * see the same.
	 */
	@Test
	void punctuationOfWindows1252IsReadAsKaggleReadIt() {
		String record = row("2", "").replace("Rating Area 1",
				"Area \u0093One\u0094\u00a0\u0096 Bj\u00c3\u00b6rk\u0092s");
		byte[] records = (row("1", "") + "\n" + record + "\n" + row("3", "\u00e9"))
			.getBytes(StandardCharsets.ISO_8859_1);
		List<ParsedRow> rows = Rows.of(HEADER, records, new PlanIndex());
		assertThat(((RateRow) rows.get(0)).individualCents()).isEqualTo(100);
		RateRow row = (RateRow) rows.get(1);
		assertThat(row.ratingArea()).isEqualTo("Area \"One\" - Bj\u00f6rk's");
		assertThat(row.rules()).isEqualTo(DataRule.CONTROL_CHARACTERS.bit());
		assertThat(((ParsedRow.Rejected) rows.get(2)).problem().reason()).isEqualTo(Problem.Reason.NOT_UTF8);
	}

	@Test
	void yearsAndIssuersThatWereFloatsAreWholeAgainAndCounted() {
		RateRow row = (RateRow) Rows.one(HEADER, row("1", "").replace("2014,AK,21989", "2014.0,AK,21989.0"));
		assertThat(row.businessYear()).isEqualTo(2014);
		assertThat(row.issuerId()).isEqualTo("21989");
		assertThat(row.rules()).isEqualTo(DataRule.FLOAT_INTEGER.bit());
	}

	private static String row(String rate, String tobaccoRate) {
		return "2014,AK,21989,HIOS,21989AK0010001,Rating Area 1,No Preference,21," + rate + "," + tobaccoRate;
	}

}
