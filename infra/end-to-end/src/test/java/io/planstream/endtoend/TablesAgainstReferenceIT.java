package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import io.planstream.testsupport.reference.Reference;
import io.planstream.testsupport.reference.ReferenceTable;
import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * That the comparison finds what is wrong, in tables filled from the reference itself.
 */
class TablesAgainstReferenceIT {

	private static final String RUN = "0123456789abcdef";

	private static final List<String> FILES = List.of("""
			BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,IndividualTobaccoRate
			2014,AK,21989,21989AK0010001,Rating Area 1,No Preference,21,29.0,
			2014,AK,21989,21989AK0010001,Rating Area 1,No Preference,40,0,9999
			""", """
			BenefitName,BusinessYear,StateCode,StandardComponentId,PlanId,IsCovered,IsEHB,IsStateMandate,\
			QuantLimitOnSvc,IsExclFromInnMOOP,IsSubjToDedTier1,CopayInnTier1,CoinsInnTier1
			X-rays,2014,AK,21989AK0010001,21989AK0010001-00,Covered,Yes,,,,,$40,20%
			""", """
			BusinessYear,StateCode,IssuerId,NetworkName,NetworkId,NetworkURL
			2014,AK,21989,Premier,AKN001,www.example.com
			""", """
			BusinessYear,StateCode,IssuerId,ServiceAreaId,ServiceAreaName,CoverEntireState,County,PartialCounty
			2014,AK,21989,AKS001,North,No,2013.0,Yes
			""", """
			BusinessYear,StateCode,IssuerId,ProductId,StandardComponentId,DependentMaximumAgRule,CohabitationRule
			2014,AK,21989,,,26,Spouse
			2014,AK,21990,,,Not Applicable,Spouse
			""", """
			State,DentalPlan,PlanID_2014,MetalLevel_2014,CrosswalkLevel,ReasonForCrosswalk,PlanID_2015,MetalLevel_2015
			AK,N,21989AK0010001,Gold,0,0,21989AK0010002,Gold
			""");

	@TempDir
	private static Path folder;

	private static TestDatabase database;

	private static Reference reference;

	@BeforeAll
	static void start() throws IOException {
		for (int file = 0; file < FILES.size(); file++) {
			Files.writeString(folder.resolve(file + ".csv"), FILES.get(file));
		}
		reference = Reference.ofFolder(folder);
		database = TestDatabase.create();
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@BeforeEach
	void fill() {
		JdbcTemplate jdbc = database.root();
		for (ReferenceTable table : reference.tables()) {
			jdbc.update("delete from " + table.name());
			table.rows().forEach((key, values) -> insert(table, key, values));
		}
		jdbc.update("delete from rule_count");
		jdbc.update("insert into rule_count values (?, 'rate', 'rate-is-no-price', 0, 1)", RUN);
		jdbc.update("insert into rule_count values (?, 'rate', 'tobacco-rate-is-no-price', 0, 1)", RUN);
	}

	@Test
	void findsNoDifferenceInEqualTables() {
		assertThatNoException().isThrownBy(TablesAgainstReferenceIT::compare);
	}

	@Test
	void namesTableKeyColumnAndBothValues() {
		database.root().update("update network set network_name = 'Other'");
		assertDifference("network [business_year=2014, state_code=AK, issuer_id=21989, network_id=AKN001]: "
				+ "network_name should be Premier, is Other");
		fill();
		database.root().update("update benefit_by_metal set copay_cents = 4001");
		assertDifference("benefit=X rays]: copay_cents should be 4000, is 4001");
		fill();
		database.root().update("update business_rule set dependent_maximum_age = null where issuer_id = '21989'");
		assertDifference("dependent_maximum_age should be 26, is null");
	}

	@Test
	void findsTheLineOfAnotherRow() {
		database.root().update("update network set source_order = source_order + 1");
		assertDifference("source_order should be 2, is 3");
	}

	@Test
	void findsRowsThatAreMissingOrTooMany() {
		database.root().update("delete from crosswalk_plan");
		assertDifference("to_plan_id=21989AK0010002", "should be there with crosswalk_rows=1");
		fill();
		database.root().update("update service_area_county set county_fips = '02014'");
		assertDifference("2 differences", "county_fips=02013]: should be there",
				"county_fips=02014]: should not be there");
	}

	@Test
	void findsTotalsAndRulesThatDiffer() {
		database.root().update("update dataset_total set set_aside_rows = 0 where dataset = 'rate'");
		database.root().update("update rule_count set affected_rows = 2 where rule_name = 'rate-is-no-price'");
		assertDifference("set_aside_rows should be 1, is 0",
				"rule_name=rate-is-no-price]: affected_rows should be 1, is 2");
	}

	@Test
	void looksAtNoOtherRun() {
		database.root().update("update plan_premium set run_id = 'another'");
		assertDifference("plan_premium", "should be there with rates_21=1, cents_21=2900");
	}

	private static void compare() {
		new TablesAgainstReference(database.rootClient(), RUN).assertEqual(reference);
	}

	private static void assertDifference(String... parts) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(TablesAgainstReferenceIT::compare)
			.satisfies((error) -> Stream.of(parts).forEach((part) -> assertThat(error).hasMessageContaining(part)));
	}

	/** Files are added up in the reference: all of it is of file 3, on its line. */
	private static void insert(ReferenceTable table, List<String> key, List<String> values) {
		List<String> columns = new ArrayList<>(List.of("run_id"));
		columns.addAll(table.keyColumns());
		columns.addAll(table.valueColumns());
		List<Object> row = new ArrayList<>(List.of(RUN));
		row.addAll(key);
		row.addAll(values);
		int order = columns.indexOf("source_order");
		if (order >= 0) {
			row.set(order, (3L << 40) + Long.parseLong((String) row.get(order)));
		}
		if (table.name().equals("dataset_total")) {
			columns.add("file_no");
			row.add(3);
		}
		database.root()
			.update("insert into " + table.name() + " (" + String.join(", ", columns) + ") values ("
					+ String.join(", ", Collections.nCopies(row.size(), "?")) + ")", row.toArray());
	}

}
