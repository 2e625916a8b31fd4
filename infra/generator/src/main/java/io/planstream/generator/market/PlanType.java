package io.planstream.generator.market;

/**
 * How a plan ties its members to a network; wider networks cover more rating areas.
 */
public enum PlanType {

	/** Preferred providers: any provider, some cheaper. */
	PPO("PPO", 130),

	/** A closed network with a doctor who refers. */
	HMO("HMO", 80),

	/** A closed network with a way out. */
	POS("POS", 95),

	/** A closed network without referrals. */
	EPO("EPO", 115),

	/** No network at all. */
	INDEMNITY("Indemnity", 120);

	private final String label;

	private final int reachPercent;

	PlanType(String label, int reachPercent) {
		this.label = label;
		this.reachPercent = reachPercent;
	}

	/**
	 * The type as the files spell it.
	 * @return such as {@code HMO}
	 */
	public String label() {
		return this.label;
	}

	/** How many rating areas it covers compared with the mean plan. */
	int reachPercent() {
		return this.reachPercent;
	}

	static PlanType draw(MetalLevel metal, Draws draws) {
		int[] weights = switch (metal) {
			case BRONZE -> new int[] { 253, 473, 128, 78, 0 };
			case SILVER -> new int[] { 393, 585, 149, 132, 2 };
			case GOLD -> new int[] { 258, 386, 114, 66, 1 };
			case PLATINUM -> new int[] { 40, 91, 33, 18, 1 };
			case CATASTROPHIC -> new int[] { 40, 84, 17, 10, 0 };
			case LOW -> new int[] { 693, 31, 1, 16, 13 };
			case HIGH -> new int[] { 837, 32, 3, 15, 48 };
		};
		return values()[draws.weighted(weights)];
	}

}
