package io.planstream.model.dataset;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderTests {

	/** Headers of files of years after those of the Kaggle set, as CMS publishes them. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			"NETWORK; BusinessYear,StateCode,IssuerId,SourceName,ImportDate,NetworkName,NetworkId,NetworkURL,MarketCoverage,DentalOnlyPlan",
			"BUSINESS_RULES; BusinessYear,StateCode,IssuerId,SourceName,ImportDate,MedicalDentalBoth,ProductId,StandardComponentId,MedicalDentalIndicator,MaximumUnderageDependent,DependentMaximumAgRule,AgeDeterminationRule,MinimumTobaccoFreeMonthsRule,CohabitationRule,MarketCoverage,DentalOnlyPlan",
			"SERVICE_AREA; BusinessYear,StateCode,IssuerId,SourceName,ImportDate,ServiceAreaId,ServiceAreaName,CoverEntireState,County,PartialCounty,ZipCodes,PartialCountyJustification,MarketCoverage,DentalOnlyPlan",
			"NETWORK; BusinessYear,StateCode,IssuerId,SourceName,VersionNum,ImportDate,IssuerId2,StateCode2,NetworkName,NetworkId,NetworkURL,RowNumber,MarketCoverage,DentalOnly",
			"RATE; BusinessYear,StateCode,IssuerId,SourceName,ImportDate,RateEffectiveDate,RateExpirationDate,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,IndividualTobaccoRate,Couple,PrimarySubscriberAndOneDependent,PrimarySubscriberAndTwoDependents,PrimarySubscriberAndThreeOrMoreDependents,CoupleAndOneDependent,CoupleAndTwoDependents,CoupleAndThreeOrMoreDependents" })
	void knowsTheFilesOfOtherYears(Dataset dataset, String header) {
		assertThat(recognise(List.of(header.split(",")))).isInstanceOfSatisfying(Recognition.Known.class, (known) -> {
			assertThat(known.layout().dataset()).isEqualTo(dataset);
			assertThat(known.layout().headerYear()).isEqualTo(Layout.NO_YEAR);
		});
	}

	@ParameterizedTest
	@EnumSource
	void knowsADatasetByItsOwnColumnsInAnyOrder(Dataset dataset) {
		List<String> names = new ArrayList<>(names(dataset));
		java.util.Collections.reverse(names);
		names.add("Something else");
		assertThat(recognise(names)).isInstanceOfSatisfying(Recognition.Known.class,
				(known) -> assertThat(known.layout().dataset()).isEqualTo(dataset));
	}

	@ParameterizedTest
	@EnumSource
	void saysWhichNeededColumnIsMissing(Dataset dataset) {
		Column last = dataset.columns().stream().filter(Column::needed).reduce((one, other) -> other).orElseThrow();
		List<String> names = new ArrayList<>(names(dataset));
		names.remove(ofYears(last.name()));
		assertThat(recognise(names)).isEqualTo(new Recognition.MissingColumns(dataset, List.of(last.name()), names));
	}

	@Test
	void refusesTwoColumnsOfOneNameIfTheyAreRead() {
		List<String> names = new ArrayList<>(names(Dataset.RATE));
		names.addAll(List.of("Couple", "Couple"));
		assertThat(recognise(names)).isInstanceOf(Recognition.Known.class);
		names.addAll(List.of("IndividualRate", " IndividualRate "));
		assertThat(recognise(names))
			.isEqualTo(new Recognition.RepeatedColumns(Dataset.RATE, List.of("IndividualRate")));
	}

	@Test
	void twoSpellingsOfOneColumnAreNotTwoColumnsOfOneName() {
		List<String> names = new ArrayList<>(names(Dataset.PLAN_ATTRIBUTES));
		names.add("DentalOnly");
		assertThat(recognise(names)).isInstanceOf(Recognition.Known.class);
	}

	@ParameterizedTest
	@CsvSource({ "';', semicolons", "'\t', tabs", "'|', vertical bars" })
	void findsTheCharacterThatStandsWhereCommasShould(String character, String words) {
		Header header = new Header(List.of(String.join(character, names(Dataset.RATE))));
		assertThat(header.recognise()).isInstanceOf(Recognition.Unknown.class);
		assertThat(header.separatorInstead()).isEqualTo(words);
		assertThat(new Header(List.of("a" + character + "b")).separatorInstead()).isNull();
	}

	@Test
	void aHeaderOfOneYearOnlyIsNoCrosswalk() {
		List<String> names = names(Dataset.CROSSWALK).stream().map((name) -> name.replace("2015", "2014")).toList();
		assertThat(recognise(names)).isInstanceOf(Recognition.MissingColumns.class);
	}

	@Test
	void knowsColumnsWhoseNamesAreWrittenInAnotherCaseOrWithBlanks() {
		List<String> names = List.of("BUSINESS YEAR", "STATE CODE", "issuerid", "Network Name", "NetworkID",
				"NetworkURL");
		assertThat(recognise(names)).isInstanceOfSatisfying(Recognition.Known.class,
				(known) -> assertThat(known.layout().indexOf(0)).isZero());
	}

	@Test
	void aStrangerIsUnknown() {
		assertThat(recognise(List.of("BusinessYear", "StateCode", "IssuerId", "Something")))
			.isInstanceOf(Recognition.Unknown.class);
	}

	private static Recognition recognise(List<String> names) {
		return new Header(names).recognise();
	}

	private static List<String> names(Dataset dataset) {
		return dataset.columns().stream().map(Column::name).map(HeaderTests::ofYears).toList();
	}

	private static String ofYears(String name) {
		return name.replace(Column.FROM, "2014").replace(Column.TO, "2015");
	}

}
