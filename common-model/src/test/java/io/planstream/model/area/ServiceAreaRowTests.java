package io.planstream.model.area;

import io.planstream.model.csv.Problem;
import io.planstream.model.row.DataRule;
import io.planstream.model.row.ParsedRow;
import io.planstream.model.row.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceAreaRowTests {

	/** The columns of 2025, without those that repeat issuer and state. */
	private static final String HEADER = "BusinessYear,StateCode,IssuerId,SourceName,ImportDate,ServiceAreaId,"
			+ "ServiceAreaName,CoverEntireState,County,PartialCounty,ZipCodes,PartialCountyJustification,MarketCoverage,"
			+ "DentalOnlyPlan";

	@ParameterizedTest
	@CsvSource({ "42109.0, 42109, true", "42109, 42109, false", "2013.0, 02013, true", "5143, 05143, false" })
	void aCountyIsItsCodeOfFiveDigits(String county, String fips, boolean onceFloat) {
		ServiceAreaRow row = (ServiceAreaRow) one("No," + county + ",Yes");
		assertThat(row.countyFips()).isEqualTo(fips);
		assertThat(row.partialCounty()).isTrue();
		assertThat(row.wholeState()).isFalse();
		assertThat(row.rules()).isEqualTo(onceFloat ? DataRule.FLOAT_INTEGER.bit() : 0);
	}

	@Test
	void anAreaThatIsAWholeStateNamesNoCounty() {
		ServiceAreaRow row = (ServiceAreaRow) one("Yes,,");
		assertThat(row.wholeState()).isTrue();
		assertThat(row.countyFips()).isEqualTo("Unknown");
	}

	@ParameterizedTest
	@CsvSource({ "Allegheny, NOT_A_NUMBER", "42109.5, NOT_A_NUMBER", "421091, OUT_OF_RANGE", "-1, OUT_OF_RANGE" })
	void whatIsNoCountyIsRejected(String county, Problem.Reason reason) {
		Problem problem = ((ParsedRow.Rejected) one("No," + county + ",No")).problem();
		assertThat(problem.reason()).isEqualTo(reason);
		assertThat(problem.column()).isEqualTo("County");
	}

	private static ParsedRow one(String place) {
		return Rows.one(HEADER, "2014,PA,22444,HIOS,2014-01-21 08:29:49,PAS001,Geisinger," + place + ",,,,");
	}

}
