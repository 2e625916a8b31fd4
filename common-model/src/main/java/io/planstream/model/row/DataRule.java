package io.planstream.model.row;

/**
 * Rules that change a value or keep a row out of a statistic. None does so silently: each
 * is counted per run and dataset under its name. The ordinal is stored in messages, so
 * constants are only ever added at the end.
 */
public enum DataRule {

	/**
	 * An individual rate that is blank or a placeholder is no price: the row is set
	 * aside.
	 */
	RATE_IS_NO_PRICE("rate-is-no-price", "IndividualRate", "sets aside"),

	/** A tobacco rate that is a placeholder is left out of the tobacco statistics. */
	TOBACCO_RATE_IS_NO_PRICE("tobacco-rate-is-no-price", "IndividualTobaccoRate", "sets aside"),

	/** An amount with more than two decimals is rounded half up to cents. */
	ROUNDED_TO_CENTS("rounded-to-cents", "IndividualRate, IndividualTobaccoRate", "repairs"),

	/** An amount of a plan that is no amount is taken as not given. */
	AMOUNT_NOT_UNDERSTOOD("amount-not-understood", "deductibles and out-of-pocket maxima", "repairs"),

	/** A date that is none, or before 1900 or after 2100, is taken as not given. */
	DATE_NOT_PLAUSIBLE("date-not-plausible", "effective and expiration date", "repairs");

	private final String id;

	private final String field;

	private final String effect;

	DataRule(String id, String field, String effect) {
		this.id = id;
		this.field = field;
		this.effect = effect;
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
	 * @return {@code repairs} or {@code sets aside}
	 */
	public String effect() {
		return this.effect;
	}

	/**
	 * The rule in a set of rules.
	 * @return one bit
	 */
	public int bit() {
		return 1 << ordinal();
	}

}
