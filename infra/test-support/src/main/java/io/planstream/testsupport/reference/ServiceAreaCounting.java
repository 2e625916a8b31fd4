package io.planstream.testsupport.reference;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts {@code ServiceArea.csv}.
 */
final class ServiceAreaCounting implements Counting {

	static final String DATASET = "service-area";

	private static final Pattern COUNTY = Pattern.compile("([0-9]{1,5})(?:\\.0+)?");

	private final FirstRows areas = new FirstRows("service_area",
			List.of("business_year", "state_code", "issuer_id", "service_area_id"), List.of("service_area_name"),
			List.of("whole_state_rows"));

	private final Tally counties = new Tally("service_area_county",
			List.of("business_year", "state_code", "issuer_id", "service_area_id", "county_fips"),
			List.of("partial_rows", "source_rows"));

	private final Totals totals;

	ServiceAreaCounting(Totals totals) {
		this.totals = totals;
	}

	@Override
	public void add(CsvRows row) {
		String year = row.text("BusinessYear");
		String state = row.text("StateCode");
		String issuer = row.known("IssuerId");
		String area = row.known("ServiceAreaId");
		String county = row.text("County");
		Matcher number = COUNTY.matcher(county);
		if (!county.isEmpty() && !number.matches()) {
			this.totals.reject(DATASET);
			return;
		}
		this.totals.apply(DATASET, year, state);
		this.areas.add(List.of(year, state, issuer, area), List.of(row.known("ServiceAreaName")), row.line())
			.countIf(row.says("Yes", "CoverEntireState"), "whole_state_rows");
		if (!county.isEmpty()) {
			String fips = "0".repeat(5 - number.group(1).length()) + number.group(1);
			this.counties.at(List.of(year, state, issuer, area, fips))
				.count("source_rows")
				.countIf(row.says("Yes", "PartialCounty"), "partial_rows");
		}
	}

	@Override
	public List<ReferenceTable> tables() {
		return List.of(this.areas.table(), this.counties.table());
	}

}
