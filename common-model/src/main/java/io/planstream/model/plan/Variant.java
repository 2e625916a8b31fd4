package io.planstream.model.plan;

/**
 * The variant of a plan: the number after the dash of its 17-character id.
 */
public final class Variant {

	/** An id without a variant. */
	public static final int NONE = -1;

	private Variant() {
	}

	/**
	 * The variant that an id names.
	 * @param planId standard component id, dash and variant
	 * @return its number, or {@link #NONE}
	 */
	public static int of(String planId) {
		int dash = planId.lastIndexOf('-');
		if (dash < 0 || dash + 1 == planId.length() || planId.length() - dash > 9) {
			return NONE;
		}
		int variant = 0;
		for (int i = dash + 1; i < planId.length(); i++) {
			int digit = planId.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return NONE;
			}
			variant = variant * 10 + digit;
		}
		return variant;
	}

}
