package io.planstream.model.crosswalk;

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
 * What became of a plan of the year before in a county, a row of
 * {@code Crosswalk2015.csv} or {@code Crosswalk2016.csv}: 21 columns, 24 in 2026. The two
 * years are in the names of the columns.
 *
 * @param businessYear year that the plan was carried into
 * @param stateCode state, two letters
 * @param coverage {@code Medical}, {@code Dental} or {@code Unknown}
 * @param fromPlanId plan of the year before, 14 characters
 * @param fromMetalLevel its metal level
 * @param toPlanId plan of the year, or {@link #NONE}
 * @param toMetalLevel its metal level, or {@link #NONE}
 * @param crosswalkLevel 0 same plan, 1 plan, 2 plan and county, 3 ZIP code, 4
 * discontinued, 5 withdrawn; -1 not given
 * @param reason 0 renewing ... 6 discontinued and enrolled elsewhere; -1 not given
 * @param countyFips five digits
 * @param rules bits of the rules that held while reading
 */
public record CrosswalkRow(int businessYear, String stateCode, String coverage, String fromPlanId,
		String fromMetalLevel, String toPlanId, String toMetalLevel, int crosswalkLevel, int reason, String countyFips,
		long rules) implements Row {

	/** Stands for the plan, and its metal level, where there is none to go to. */
	public static final String NONE = "None";

	/** The level whose outcomes differ within a county. */
	private static final int BY_ZIP_CODE = 3;

	private static final String NO_PLAN = "00000XX0000000";

	private static final Columns DECLARED = new Columns();

	private static final int STATE = DECLARED.needed("State");

	private static final int DENTAL = DECLARED.needed("DentalPlan");

	private static final int FROM_PLAN = DECLARED.needed("PlanID_" + Column.FROM);

	private static final int FROM_METAL = DECLARED.needed("MetalLevel_" + Column.FROM);

	private static final int COUNTY = DECLARED.needed("FIPSCode");

	private static final int LEVEL = DECLARED.needed("CrosswalkLevel");

	private static final int REASON = DECLARED.needed("ReasonForCrosswalk");

	private static final int TO_PLAN = DECLARED.needed("PlanID_" + Column.TO);

	private static final int TO_METAL = DECLARED.needed("MetalLevel_" + Column.TO);

	/** What is read. */
	public static final List<Column> COLUMNS = DECLARED.list();

	/** Where it is kept. */
	public static final List<Grain<CrosswalkRow>> TABLES = List.of(
			Grain.<CrosswalkRow>of("crosswalk_by_metal")
				.key("coverage", CrosswalkRow::coverage)
				.key("from_metal_level", CrosswalkRow::fromMetalLevel)
				.key("to_metal_level", CrosswalkRow::toMetalLevel)
				.key("crosswalk_level", CrosswalkRow::crosswalkLevel)
				.key("reason", CrosswalkRow::reason)
				.count("crosswalk_rows")
				.build(),
			Grain.<CrosswalkRow>of("crosswalk_plan")
				.key("from_plan_id", CrosswalkRow::fromPlanId)
				.key("to_plan_id", CrosswalkRow::toPlanId)
				.key("crosswalk_level", CrosswalkRow::crosswalkLevel)
				.key("reason", CrosswalkRow::reason)
				.key("coverage", CrosswalkRow::coverage)
				.key("from_metal_level", CrosswalkRow::fromMetalLevel)
				.key("to_metal_level", CrosswalkRow::toMetalLevel)
				.count("crosswalk_rows")
				.build(),
			// elsewhere a plan has one row for a county, here one for each ZIP code
			Grain.<CrosswalkRow>of("crosswalk_zip_county")
				.only((row) -> row.crosswalkLevel() == BY_ZIP_CODE)
				.key("from_plan_id", CrosswalkRow::fromPlanId)
				.key("to_plan_id", CrosswalkRow::toPlanId)
				.key("reason", CrosswalkRow::reason)
				.key("coverage", CrosswalkRow::coverage)
				.key("from_metal_level", CrosswalkRow::fromMetalLevel)
				.key("to_metal_level", CrosswalkRow::toMetalLevel)
				.key("county_fips", CrosswalkRow::countyFips)
				.count("crosswalk_rows")
				.build());

	/**
	 * Reads a row.
	 * @param values the values of a record
	 * @return the row
	 */
	public static CrosswalkRow of(Reading values) {
		String state = values.needed(STATE, 16);
		String fromPlan = values.needed(FROM_PLAN, 40);
		String toPlan = values.text(TO_PLAN, 40, NO_PLAN);
		boolean none = toPlan.equals(NO_PLAN);
		return new CrosswalkRow(values.headerYear(), state, coverage(values), fromPlan, metalLevel(values, FROM_METAL),
				none ? NONE : toPlan, none ? NONE : metalLevel(values, TO_METAL), number(values, LEVEL),
				number(values, REASON), values.county(COUNTY), values.rules());
	}

	/**
	 * Reads what {@link #writeTo} wrote.
	 * @param in stands before it
	 * @return the row
	 */
	public static CrosswalkRow read(AvroIn in) {
		return new CrosswalkRow(in.integer(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(),
				in.integer(), in.integer(), in.text(), in.number());
	}

	@Override
	public void writeTo(AvroOut out) {
		out.number(this.businessYear);
		out.text(this.stateCode);
		out.text(this.coverage);
		out.text(this.fromPlanId);
		out.text(this.fromMetalLevel);
		out.text(this.toPlanId);
		out.text(this.toMetalLevel);
		out.number(this.crosswalkLevel);
		out.number(this.reason);
		out.text(this.countyFips);
		out.number(this.rules);
	}

	/** Crosswalks say Y and N where other files say Yes and No. */
	private static String coverage(Reading values) {
		return switch (values.text(DENTAL, 40)) {
			case "Y" -> "Dental";
			case "N" -> "Medical";
			default -> values.coverage(DENTAL);
		};
	}

	private static String metalLevel(Reading values, int column) {
		String level = values.text(column, 40);
		return level.equals("X") ? Reading.UNKNOWN : level;
	}

	private static int number(Reading values, int column) {
		Integer number = values.whole(column);
		return (number != null) ? number : -1;
	}

	@Override
	public Dataset dataset() {
		return Dataset.CROSSWALK;
	}

}
