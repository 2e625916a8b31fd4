package io.planstream.model.row;

import java.util.List;

import io.planstream.model.csv.Fields;
import io.planstream.model.dataset.Column;

/**
 * Reads the rows of {@code Rate.csv}: 24 columns in 2014 to 2016, 20 or 21 in later
 * years.
 */
public final class RateRowParser implements RowParser {

	/** What is read, in the order of the indexes below. */
	public static final List<Column> COLUMNS = List.of(Column.needed("BusinessYear"), Column.needed("StateCode"),
			Column.needed("IssuerId"), Column.needed("PlanId"), Column.needed("RatingAreaId"), Column.needed("Tobacco"),
			Column.needed("Age"), Column.needed("IndividualRate"), Column.needed("IndividualTobaccoRate"));

	private static final int YEAR = 0;

	private static final int STATE = 1;

	private static final int ISSUER = 2;

	private static final int PLAN = 3;

	private static final int RATING_AREA = 4;

	private static final int TOBACCO = 5;

	private static final int AGE = 6;

	private static final int RATE = 7;

	private static final int TOBACCO_RATE = 8;

	@Override
	public ParsedRow parse(Fields fields) {
		if (!fields.complete()) {
			return new ParsedRow.Rejected(fields.problem());
		}
		int year = fields.year(YEAR);
		String state = fields.neededText(STATE, 16);
		String issuer = fields.text(ISSUER, 16, PlanFacts.UNKNOWN_TEXT);
		String plan = fields.neededText(PLAN, 40);
		String area = fields.text(RATING_AREA, 40, PlanFacts.UNKNOWN_TEXT);
		String tobacco = fields.text(TOBACCO, 40, PlanFacts.UNKNOWN_TEXT);
		String age = fields.text(AGE, 24, PlanFacts.UNKNOWN_TEXT);
		long rate = fields.cents(RATE);
		long tobaccoRate = fields.cents(TOBACCO_RATE);
		if (fields.problem() != null) {
			return new ParsedRow.Rejected(fields.problem());
		}
		int rules = fields.rounded() ? DataRule.ROUNDED_TO_CENTS.bit() : 0;
		return new RateRow(year, state, issuer, plan, area, tobacco, age, rate, tobaccoRate, rules);
	}

}
