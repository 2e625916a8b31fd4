package io.planstream.generator.market;

/**
 * Hands out kinds so that each gets its share of all blocks, plan after plan: what a kind
 * is owed is carried on, and given to a plan about as large.
 */
final class Quotas {

	private final double[] shares;

	private final double[] owed;

	Quotas(double... shares) {
		this.shares = shares.clone();
		this.owed = new double[shares.length];
	}

	/**
	 * Choose the kind of a plan.
	 * @param blocks the size of the plan
	 * @param draws decides whether the plan is near enough in size
	 * @return the index of a share, or -1 for none of them
	 */
	int choose(int blocks, Draws draws) {
		int most = 0;
		for (int kind = 0; kind < this.owed.length; kind++) {
			this.owed[kind] += this.shares[kind] * blocks;
			if (this.owed[kind] > this.owed[most]) {
				most = kind;
			}
		}
		if (this.owed[most] < blocks * (0.2 + draws.below(1000) / 1000.0)) {
			return -1;
		}
		this.owed[most] -= blocks;
		return most;
	}

}
