package io.planstream.model.row;

/**
 * The catalogue of rules that change a value, keep a row out of a statistic, or say that
 * something is odd. None does so silently: each is counted per run and dataset under its
 * name. The ordinal is stored in messages, so constants are only ever added at the end.
 */
public enum DataRule {

	/** An individual rate that is blank or a placeholder. */
	RATE_IS_NO_PRICE("rate-is-no-price", "IndividualRate", Effect.SETS_ASIDE,
			"A rate that is blank, 0, 0.01, 9999, 9999.99, 99999 or 999999 is no price: the row is in no average."),

	/** A tobacco rate that is a placeholder. */
	TOBACCO_RATE_IS_NO_PRICE("tobacco-rate-is-no-price", "IndividualTobaccoRate", Effect.SETS_ASIDE,
			"A tobacco rate that is a placeholder is left out of the tobacco figures; the row itself counts."),

	/** More than two decimals. */
	ROUNDED_TO_CENTS("rounded-to-cents", "rates, deductibles, out-of-pocket maxima, copays", Effect.REPAIRS,
			"An amount with more than two decimals is rounded half up to cents."),

	/** A number that a row can do without, and that is none. */
	AMOUNT_NOT_UNDERSTOOD("amount-not-understood", "deductibles, out-of-pocket maxima, actuarial values, ages, months",
			Effect.REPAIRS, "A number that cannot be read, or cannot be meant, is taken as not given."),

	/** A date that is none, or far from the years of the data. */
	DATE_NOT_PLAUSIBLE("date-not-plausible", "effective, expiration and import dates", Effect.REPAIRS,
			"A date that does not exist, or lies before 1900 or after 2100, is taken as not given."),

	/** Another spelling of Yes or No. */
	YES_NO_SPELLING("yes-no-spelling", "all Yes/No columns", Effect.REPAIRS,
			"Other spellings of Yes and No, like YEs or no, are read as Yes and No."),

	/** An amount written as text. */
	MONEY_TEXT("money-text", "deductibles, out-of-pocket maxima, copays", Effect.REPAIRS,
			"An amount written as text, like $6,850 or $13700 per group, is read as a number of cents."),

	/** A share written as text. */
	PERCENT_TEXT("percent-text", "actuarial values, coinsurance", Effect.REPAIRS,
			"A share written as text, like 70.70%, is read as a number of basis points."),

	/** A whole number that was once held as a floating point number. */
	FLOAT_INTEGER("float-integer", "whole numbers and codes", Effect.REPAIRS,
			"A whole number written with decimals, like 42109.0, is read as a whole number."),

	/** A date of American style. */
	US_DATE("us-date", "effective, expiration and import dates", Effect.REPAIRS,
			"A date written as month/day/year, like 8/22/2015 15:09, is read as one."),

	/** Text that was decoded with the wrong character set and encoded again. */
	DOUBLE_ENCODED_TEXT("double-encoded-text", "all texts", Effect.REPAIRS,
			"UTF-8 that was taken for Latin-1 and encoded again is decoded once more; curly quotes become straight."),

	/** Control characters that stand for punctuation of another character set. */
	CONTROL_CHARACTERS("control-characters", "all texts", Effect.REPAIRS,
			"Control characters that stand for Windows-1252 quotes and dashes, and no-break spaces, become plain ones; "
					+ "others are removed."),

	/** Two columns for the issuer that disagree. */
	ISSUER_IDS_DIFFER("issuer-ids-differ", "IssuerId, IssuerId2", Effect.NOTES,
			"Where IssuerId2 differs, IssuerId is taken."),

	/** A plan id that names another issuer or state. */
	PLAN_ID_MISMATCH("plan-id-mismatch", "PlanId, StandardComponentId", Effect.NOTES,
			"Where a plan id does not begin with issuer and state, the row keeps its own issuer and state."),

	/** A copay or coinsurance of unknown wording. */
	COST_SHARING_NOT_UNDERSTOOD("cost-sharing-not-understood", "CopayInnTier1, CoinsInnTier1", Effect.REPAIRS,
			"A copay or coinsurance that cannot be read counts as other."),

	/** A value that its column should not hold. */
	VALUE_NOT_IN_LIST("value-not-in-list", "columns with a fixed list of values", Effect.REPAIRS,
			"A value that does not belong in its column, like a market in a Yes/No column, is taken as Unknown."),

	/** A value of the list that is written in another way. */
	VALUE_SPELLING("value-spelling", "columns with a fixed list of values", Effect.REPAIRS,
			"Another spelling of a value of the list, like Not covered, is read as that value."),

	/** More digits than basis points have. */
	ROUNDED_TO_BASIS_POINTS("rounded-to-basis-points", "actuarial values, coinsurance", Effect.REPAIRS,
			"A share of more digits than a hundredth of a percent is rounded half up to one.");

	/** What a rule does. */
	public enum Effect {

		/** Changes a value into the one that was meant. */
		REPAIRS("repairs"),

		/** Keeps a value out of a statistic. */
		SETS_ASIDE("sets aside"),

		/** Changes nothing and is counted. */
		NOTES("notes");

		private final String text;

		Effect(String text) {
			this.text = text;
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

	private final String id;

	private final String field;

	private final Effect effect;

	private final String description;

	DataRule(String id, String field, Effect effect, String description) {
		this.id = id;
		this.field = field;
		this.effect = effect;
		this.description = description;
	}

	/**
	 * The name in tables and views.
	 * @return for example {@code rate-is-no-price}
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The columns it looks at.
	 * @return names for people
	 */
	public String field() {
		return this.field;
	}

	/**
	 * What it does.
	 * @return whether it repairs, sets aside or only notes
	 */
	public Effect effect() {
		return this.effect;
	}

	/**
	 * What it says.
	 * @return one sentence
	 */
	public String description() {
		return this.description;
	}

	/**
	 * The rule in a set of rules.
	 * @return one bit
	 */
	public long bit() {
		return 1L << ordinal();
	}

}
