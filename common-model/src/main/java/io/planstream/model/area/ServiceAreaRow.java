package io.planstream.model.area;

import java.util.List;

import io.planstream.model.aggregate.Grain;
import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.AvroOut;
import io.planstream.model.dataset.Column;
import io.planstream.model.dataset.Columns;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.row.Reading;
import io.planstream.model.row.Row;

/**
 * A county of a service area, or a service area that is a whole state: a row of
 * {@code ServiceArea.csv}, 18 columns in 2014 to 2016, 14 in 2025.
 *
 * @param businessYear plan year
 * @param stateCode state, two letters
 * @param issuerId issuer, five digits
 * @param serviceAreaId local to the issuer
 * @param serviceAreaName its name
 * @param wholeState whether the area is the whole state; it then lists no county
 * @param countyFips five digits, or {@code Unknown}
 * @param partialCounty whether only a part of the county is served
 * @param rules bits of the rules that held while reading
 */
public record ServiceAreaRow(int businessYear, String stateCode, String issuerId, String serviceAreaId,
		String serviceAreaName, boolean wholeState, String countyFips, boolean partialCounty,
		long rules) implements Row {

	private static final Columns DECLARED = new Columns();

	private static final int YEAR = DECLARED.needed("BusinessYear");

	private static final int STATE = DECLARED.needed("StateCode");

	private static final int ISSUER = DECLARED.needed("IssuerId");

	private static final int ID = DECLARED.needed("ServiceAreaId");

	private static final int NAME = DECLARED.needed("ServiceAreaName");

	private static final int WHOLE_STATE = DECLARED.needed("CoverEntireState");

	private static final int COUNTY = DECLARED.needed("County");

	private static final int PARTIAL = DECLARED.optional("PartialCounty");

	private static final int SECOND_ISSUER = DECLARED.optional("IssuerId2");

	private static final int IMPORTED = DECLARED.optional("ImportDate");

	/** What is read. */
	public static final List<Column> COLUMNS = DECLARED.list();

	/** Where it is kept. */
	public static final List<Grain<ServiceAreaRow>> TABLES = List.of(
			area("service_area").first("service_area_name", ServiceAreaRow::serviceAreaName)
				.count("whole_state_rows", ServiceAreaRow::wholeState)
				.count("source_rows")
				.build(),
			area("service_area_county").only(ServiceAreaRow::namesCounty)
				.key("county_fips", ServiceAreaRow::countyFips)
				.count("partial_rows", ServiceAreaRow::partialCounty)
				.count("source_rows")
				.build());

	/**
	 * Reads a row.
	 * @param values the values of a record
	 * @return the row
	 */
	public static ServiceAreaRow of(Reading values) {
		int year = values.year(YEAR);
		String state = values.needed(STATE, 16);
		String issuer = values.issuer(ISSUER);
		String id = values.needed(ID, 40);
		String name = values.text(NAME, 400);
		boolean wholeState = values.yesNo(WHOLE_STATE).equals("Yes");
		String county = values.county(COUNTY);
		boolean partial = values.yesNo(PARTIAL).equals("Yes");
		values.lookAtIssuer(issuer, SECOND_ISSUER);
		values.lookAtDate(IMPORTED);
		return new ServiceAreaRow(year, state, issuer, id, name, wholeState, county, partial, values.rules());
	}

	/**
	 * Reads what {@link #writeTo} wrote.
	 * @param in stands before it
	 * @return the row
	 */
	public static ServiceAreaRow read(AvroIn in) {
		return new ServiceAreaRow(in.integer(), in.text(), in.text(), in.text(), in.text(), in.flag(), in.text(),
				in.flag(), in.number());
	}

	@Override
	public void writeTo(AvroOut out) {
		out.number(this.businessYear);
		out.text(this.stateCode);
		out.text(this.issuerId);
		out.text(this.serviceAreaId);
		out.text(this.serviceAreaName);
		out.flag(this.wholeState);
		out.text(this.countyFips);
		out.flag(this.partialCounty);
		out.number(this.rules);
	}

	private static Grain.Builder<ServiceAreaRow> area(String table) {
		return Grain.<ServiceAreaRow>of(table)
			.key("issuer_id", ServiceAreaRow::issuerId)
			.key("service_area_id", ServiceAreaRow::serviceAreaId);
	}

	private boolean namesCounty() {
		return !this.countyFips.equals(Reading.UNKNOWN);
	}

	@Override
	public Dataset dataset() {
		return Dataset.SERVICE_AREA;
	}

}
