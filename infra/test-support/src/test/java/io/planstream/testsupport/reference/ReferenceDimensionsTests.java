package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Networks, service areas, business rules and crosswalks made by hand, and what they
 * amount to computed by hand.
 */
class ReferenceDimensionsTests {

	@TempDir
	private Path folder;

	@Test
	void keepsTheFirstRowOfANetworkAndItsLine() throws IOException {
		Reference reference = read("""
				BusinessYear,StateCode,IssuerId,NetworkName,NetworkId,NetworkURL,DentalOnly
				2014,VA,88380,Pathway X Tiered Hospital\u00c2\u00a0 (On),VAN001,"www.a.com,b",No
				2014,VA,88380,Another name,VAN001,www.c.com,Yes

				2014,VA,88381," two
				lines ",VAN001,,
				2015,VA,88380,,VAN001,www.d.com,
				""");
		ReferenceTable networks = reference.table("network");
		assertThat(networks.keyColumns()).containsExactly("business_year", "state_code", "issuer_id", "network_id");
		assertThat(networks.valueColumns()).containsExactly("network_name", "network_url", "source_rows",
				"source_order");
		assertThat(networks.rows()).containsExactlyInAnyOrderEntriesOf(Map.of(List.of("2014", "VA", "88380", "VAN001"),
				List.of("Pathway X Tiered Hospital  (On)", "www.a.com,b", "2", "2"),
				List.of("2014", "VA", "88381", "VAN001"), List.of("two\nlines", "Unknown", "1", "5"),
				List.of("2015", "VA", "88380", "VAN001"), List.of("Unknown", "www.d.com", "1", "7")));
		assertThat(reference.table("dataset_total").rows())
			.containsExactlyInAnyOrderEntriesOf(Map.of(List.of("network", "2014", "VA"), List.of("3", "0"),
					List.of("network", "2015", "VA"), List.of("1", "0")));
	}

	@Test
	void countsAreasAndTheirCounties() throws IOException {
		Reference reference = read("""
				BusinessYear,StateCode,IssuerId,ServiceAreaId,ServiceAreaName,CoverEntireState,County,PartialCounty
				2014,AK,42507,AKS001,DentalGuard,Yes,,
				2014,PA,22444,PAS001,Geisinger,No,42109.0,No
				2014,PA,22444,PAS001,Geisinger again,no,42109.0,YES
				2014,PA,22444,PAS001,Geisinger,No,42113,Yes
				2014,PA,22444,PAS001,Geisinger,yes,,
				2014,AK,42507,AKS002,,No,2013.0,No
				2014,AK,42507,AKS003,Broken,No,Adams,No
				2014,AK,42507,AKS003,Broken,No,421090.0,No
				""");
		assertThat(reference.table("service_area").valueColumns()).containsExactly("service_area_name",
				"whole_state_rows", "source_rows", "source_order");
		assertThat(reference.table("service_area").rows()).containsExactlyInAnyOrderEntriesOf(
				Map.of(List.of("2014", "AK", "42507", "AKS001"), List.of("DentalGuard", "1", "1", "2"),
						List.of("2014", "PA", "22444", "PAS001"), List.of("Geisinger", "1", "4", "3"),
						List.of("2014", "AK", "42507", "AKS002"), List.of("Unknown", "0", "1", "7")));
		assertThat(reference.table("service_area_county").valueColumns()).containsExactly("partial_rows",
				"source_rows");
		assertThat(reference.table("service_area_county").rows())
			.containsExactlyInAnyOrderEntriesOf(Map.of(List.of("2014", "PA", "22444", "PAS001", "42109"),
					List.of("1", "2"), List.of("2014", "PA", "22444", "PAS001", "42113"), List.of("1", "1"),
					List.of("2014", "AK", "42507", "AKS002", "02013"), List.of("0", "1")));
		assertThat(reference.table("rejected_row").rows())
			.containsExactlyInAnyOrderEntriesOf(Map.of(List.of("service-area"), List.of("2")));
	}

	@Test
	void readsBusinessRules() throws IOException {
		Reference reference = read("""
				BusinessYear,StateCode,IssuerId,ProductId,StandardComponentId,EnrolleeContractRateDeterminationRule,\
				TwoParentFamilyMaxDependentsRule,SingleParentFamilyMaxDependentsRule,DependentMaximumAgRule,\
				ChildrenOnlyContractMaxChildrenRule,DomesticPartnerAsSpouseIndicator,SameSexPartnerAsSpouseIndicator,\
				AgeDeterminationRule,MinimumTobaccoFreeMonthsRule,CohabitationRule,MarketCoverage,DentalOnlyPlan
				2014,AL,82285,,82285AL0010006,Added together,3 or more,2,26,1,Yes,NO,On effective date,Not Applicable,\
				"Spouse,No;Child,No",,
				2014,AL,82285,,82285AL0010006,Second,1,1,21,1,No,No,Other,6,,,
				2014,AL,82285,82285AL001,,,,,not applicable,,,no,,6.0,,SHOP (Small Group),yes
				2014,AL,82285,,,,,,,,Maybe,,,,,Family,No
				""");
		ReferenceTable rules = reference.table("business_rule");
		assertThat(rules.keyColumns()).containsExactly("business_year", "state_code", "issuer_id", "product_id",
				"standard_component_id", "market", "coverage");
		assertThat(rules.valueColumns()).containsExactly("rate_determination", "two_parent_dependents",
				"single_parent_dependents", "dependent_maximum_age", "children_only_children",
				"domestic_partner_as_spouse", "same_sex_partner_as_spouse", "age_determination", "tobacco_free_months",
				"cohabitation", "source_rows", "source_order");
		assertThat(rules.rows()).containsExactlyInAnyOrderEntriesOf(Map.of(
				List.of("2014", "AL", "82285", "All", "82285AL0010006", "Unknown", "Unknown"),
				Arrays.asList("Added together", "3 or more", "2", "26", "1", "Yes", "No", "On effective date", null,
						"Spouse,No;Child,No", "2", "2"),
				List.of("2014", "AL", "82285", "82285AL001", "All", "SHOP (Small Group)", "Dental"),
				Arrays.asList("Unknown", "Unknown", "Unknown", null, "Unknown", "Unknown", "No", "Unknown", "6",
						"Unknown", "1", "4"),
				List.of("2014", "AL", "82285", "All", "All", "Unknown", "Medical"), Arrays.asList("Unknown", "Unknown",
						"Unknown", null, "Unknown", "Unknown", "Unknown", "Unknown", null, "Unknown", "1", "5")));
	}

	@Test
	void readsBusinessRulesOfAYearWithFewerColumns() throws IOException {
		Reference reference = read("""
				BusinessYear,StateCode,IssuerId,ProductId,StandardComponentId,DependentMaximumAgRule,CohabitationRule
				2026,AL,82285,,,26.0,Spouse
				""");
		assertThat(reference.table("business_rule").rows()).containsExactlyInAnyOrderEntriesOf(Map
			.of(List.of("2026", "AL", "82285", "All", "All", "Unknown", "Unknown"), Arrays.asList("Unknown", "Unknown",
					"Unknown", "26", "Unknown", "Unknown", "Unknown", "Unknown", null, "Spouse", "1", "2")));
	}

	@Test
	void countsCrosswalksOfBothYears() throws IOException {
		Files.writeString(this.folder.resolve("2016.csv"), """
				State,DentalPlan,PlanID_2015,MetalLevel_2015,FIPSCode,CrosswalkLevel,ReasonForCrosswalk,\
				PlanID_2016,MetalLevel_2016,AgeOffPlanID_2016
				NE,,A,X,31075,5,5,00000XX0000000,X,00000XX0000000
				NE,Y,B,Low,1075,3,2,C,Low,00000XX0000000
				NE,Y,B,Low,1075,3,2,C,Low,00000XX0000000
				NE,Y,B,Low,31077,3,2,C,Low,00000XX0000000
				""");
		Reference reference = read("""
				State,DentalPlan,PlanID_2014,MetalLevel_2014,FIPSCode,CrosswalkLevel,ReasonForCrosswalk,\
				PlanID_2015,MetalLevel_2015,AgeOffPlanID_2015
				AK,N,A,Silver,2105,0,0,A,Silver,00000XX0000000
				AK,N,A,Silver,2106,0,0,A,Silver,00000XX0000000
				AK,N,B,Silver,2106,0,0,A,Silver,00000XX0000000
				AK,Y,C,Low,2106,1,6,D,,00000XX0000000
				AK,Y,C,,2106,,,00000XX0000000,High,00000XX0000000
				""");
		assertThat(reference.table("crosswalk_by_metal").rows())
			.containsExactlyInAnyOrderEntriesOf(Map.of(List.of("2015", "AK", "Medical", "Silver", "Silver", "0", "0"),
					List.of("3"), List.of("2015", "AK", "Dental", "Low", "Unknown", "1", "6"), List.of("1"),
					List.of("2015", "AK", "Dental", "Unknown", "None", "-1", "-1"), List.of("1"),
					List.of("2016", "NE", "Unknown", "Unknown", "None", "5", "5"), List.of("1"),
					List.of("2016", "NE", "Dental", "Low", "Low", "3", "2"), List.of("3")));
		assertThat(reference.table("crosswalk_plan").rows()).containsExactlyInAnyOrderEntriesOf(
				Map.of(List.of("2015", "AK", "A", "A", "0", "0", "Medical", "Silver", "Silver"), List.of("2"),
						List.of("2015", "AK", "B", "A", "0", "0", "Medical", "Silver", "Silver"), List.of("1"),
						List.of("2015", "AK", "C", "D", "1", "6", "Dental", "Low", "Unknown"), List.of("1"),
						List.of("2015", "AK", "C", "None", "-1", "-1", "Dental", "Unknown", "None"), List.of("1"),
						List.of("2016", "NE", "A", "None", "5", "5", "Unknown", "Unknown", "None"), List.of("1"),
						List.of("2016", "NE", "B", "C", "3", "2", "Dental", "Low", "Low"), List.of("3")));
		assertThat(reference.table("crosswalk_zip_county").rows()).containsExactlyInAnyOrderEntriesOf(
				Map.of(List.of("2016", "NE", "B", "C", "2", "Dental", "Low", "Low", "01075"), List.of("2"),
						List.of("2016", "NE", "B", "C", "2", "Dental", "Low", "Low", "31077"), List.of("1")));
		assertThat(reference.table("dataset_total").rows())
			.containsExactlyInAnyOrderEntriesOf(Map.of(List.of("crosswalk", "2015", "AK"), List.of("5", "0"),
					List.of("crosswalk", "2016", "NE"), List.of("4", "0")));
	}

	private Reference read(String csv) throws IOException {
		Files.writeString(this.folder.resolve("file.csv"), csv);
		return Reference.ofFolder(this.folder);
	}

}
