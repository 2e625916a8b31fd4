package io.planstream.model.rate;

import java.util.List;

import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.AvroOut;
import io.planstream.model.csv.Fields;
import io.planstream.model.dataset.Column;
import io.planstream.model.dataset.Columns;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.plan.PlanIndex;
import io.planstream.model.row.DataRule;
import io.planstream.model.row.Reading;
import io.planstream.model.row.Row;

/**
 * A premium, a row of {@code Rate.csv}: what one person of an age pays a month for a plan
 * in a rating area. 24 columns in 2014 to 2016, 20 or 21 in later years.
 *
 * @param businessYear plan year
 * @param stateCode state, two letters
 * @param issuerId issuer, five digits
 * @param planId standard component id, 14 characters
 * @param ratingArea for example {@code Rating Area 7}
 * @param tobacco {@code No Preference} or {@code Tobacco User/Non-Tobacco User}
 * @param age {@code 0-20}, {@code 21} to {@code 64}, {@code 65 and over} or
 * {@code Family Option}; from 2018 on {@code 0-14} and {@code 64 and over}
 * @param individualCents monthly premium in cents, or {@link Fields#NO_AMOUNT}
 * @param tobaccoCents monthly premium of a tobacco user in cents, or
 * {@link Fields#NO_AMOUNT}
 * @param rulesRead bits of the rules that held while reading
 * @param plan what it borrows from its plan
 */
public record RateRow(int businessYear, String stateCode, String issuerId, String planId, String ratingArea,
		String tobacco, String age, long individualCents, long tobaccoCents, long rulesRead,
		PlanFacts plan) implements Row {

	private static final Columns DECLARED = new Columns();

	private static final int YEAR = DECLARED.needed("BusinessYear");

	private static final int STATE = DECLARED.needed("StateCode");

	private static final int ISSUER = DECLARED.needed("IssuerId");

	private static final int PLAN = DECLARED.needed("PlanId");

	private static final int RATING_AREA = DECLARED.needed("RatingAreaId");

	private static final int TOBACCO = DECLARED.needed("Tobacco");

	private static final int AGE = DECLARED.needed("Age");

	private static final int RATE = DECLARED.needed("IndividualRate");

	private static final int TOBACCO_RATE = DECLARED.needed("IndividualTobaccoRate");

	private static final int SECOND_ISSUER = DECLARED.optional("IssuerId2");

	private static final int EFFECTIVE = DECLARED.optional("RateEffectiveDate");

	private static final int EXPIRATION = DECLARED.optional("RateExpirationDate");

	private static final int IMPORTED = DECLARED.optional("ImportDate");

	/** What is read. */
	public static final List<Column> COLUMNS = DECLARED.list();

	/**
	 * Reads a row.
	 * @param values the values of a record
	 * @param plans tells what it borrows
	 * @return the row
	 */
	public static RateRow of(Reading values, PlanIndex plans) {
		int year = values.year(YEAR);
		String state = values.needed(STATE, 16);
		String issuer = values.issuer(ISSUER);
		String plan = values.needed(PLAN, 40);
		String area = values.text(RATING_AREA, 40);
		String tobacco = values.text(TOBACCO, 40);
		String age = values.text(AGE, 24);
		long rate = values.cents(RATE);
		long tobaccoRate = values.cents(TOBACCO_RATE);
		values.lookAtIssuer(issuer, SECOND_ISSUER);
		values.lookAtPlan(plan, issuer, state);
		values.lookAtDate(EFFECTIVE);
		values.lookAtDate(EXPIRATION);
		values.lookAtDate(IMPORTED);
		return new RateRow(year, state, issuer, plan, area, tobacco, age, rate, tobaccoRate, values.rules(),
				plans.facts(year, plan));
	}

	/**
	 * Reads what {@link #writeTo} wrote.
	 * @param in stands before it
	 * @return the row
	 */
	public static RateRow read(AvroIn in) {
		return new RateRow(in.integer(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(),
				in.number(Fields.NO_AMOUNT), in.number(Fields.NO_AMOUNT), in.number(), PlanFacts.read(in));
	}

	@Override
	public void writeTo(AvroOut out) {
		out.number(this.businessYear);
		out.text(this.stateCode);
		out.text(this.issuerId);
		out.text(this.planId);
		out.text(this.ratingArea);
		out.text(this.tobacco);
		out.text(this.age);
		out.nullable(this.individualCents, Fields.NO_AMOUNT);
		out.nullable(this.tobaccoCents, Fields.NO_AMOUNT);
		out.number(this.rulesRead);
		this.plan.writeTo(out);
	}

	@Override
	public Dataset dataset() {
		return Dataset.RATE;
	}

	@Override
	public long rules() {
		long rules = this.rulesRead;
		if (!priced()) {
			rules |= DataRule.RATE_IS_NO_PRICE.bit();
		}
		if (hasTobaccoRate() && !tobaccoPriced()) {
			rules |= DataRule.TOBACCO_RATE_IS_NO_PRICE.bit();
		}
		return rules;
	}

	@Override
	public boolean setAside() {
		return !priced();
	}

	/**
	 * Whether the individual rate is a price. Blank, 0, 0.01, 9999, 9999.99, 99999 and
	 * 999999 are placeholders that issuers file for a plan they do not sell at that age
	 * or place.
	 * @return false if the row is to be set aside
	 */
	public boolean priced() {
		return isPrice(this.individualCents);
	}

	/**
	 * Whether there is a tobacco rate and it is a price.
	 * @return false if blank or a placeholder
	 */
	public boolean tobaccoPriced() {
		return isPrice(this.tobaccoCents);
	}

	/**
	 * Whether there is a tobacco rate, price or not.
	 * @return false if blank
	 */
	public boolean hasTobaccoRate() {
		return this.tobaccoCents != Fields.NO_AMOUNT;
	}

	private static boolean isPrice(long cents) {
		return cents != Fields.NO_AMOUNT && cents != 0 && cents != 1 && cents != 999_900 && cents != 999_999
				&& cents != 9_999_900 && cents != 99_999_900;
	}

}
