package io.planstream.generator.market;

/**
 * Whether a plan asks more of tobacco users.
 */
public enum TobaccoUse {

	/** One price for all. */
	NO_PREFERENCE("No Preference", false),

	/** Two prices. */
	TOLD_APART("Tobacco User/Non-Tobacco User", true),

	/** Filed as one price for all, and yet with a second one. */
	NO_PREFERENCE_WITH_RATE("No Preference", true);

	private final String label;

	private final boolean hasRate;

	TobaccoUse(String label, boolean hasRate) {
		this.label = label;
		this.hasRate = hasRate;
	}

	/**
	 * The preference as the files spell it.
	 * @return the text of the column {@code Tobacco}
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Whether the rows carry a tobacco rate.
	 * @return whether the column {@code IndividualTobaccoRate} is filled
	 */
	public boolean hasRate() {
		return this.hasRate;
	}

}
