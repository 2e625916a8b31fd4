package io.planstream.generator.market;

import java.util.Arrays;

/**
 * Hands out kinds so that each gets its share of all blocks, plan after plan: what a kind
 * is owed is carried on, and given to a plan about as large.
 */
final class Quotas {

	private final double[] shares;

	private final double[] owed;

	private final int[] left;

	Quotas(double... shares) {
		this.shares = shares.clone();
		this.owed = new double[shares.length];
		this.left = new int[shares.length];
		Arrays.fill(this.left, Integer.MAX_VALUE);
	}

	/** Never more blocks of a kind than these, whatever the sizes of the plans. */
	Quotas atMost(int kind, int blocks) {
		this.left[kind] = blocks;
		return this;
	}

	/**
	 * Choose the kind of a plan.
	 * @param blocks the size of the plan
	 * @param draws decides whether the plan is near enough in size
	 * @return the index of a share, or -1 for none of them
	 */
	int choose(int blocks, Draws draws) {
		int most = -1;
		for (int kind = 0; kind < this.owed.length; kind++) {
			this.owed[kind] += this.shares[kind] * blocks;
			if (blocks <= this.left[kind] && (most < 0 || this.owed[kind] > this.owed[most])) {
				most = kind;
			}
		}
		double least = blocks * (0.2 + draws.below(1000) / 1000.0);
		if (most < 0 || this.owed[most] < least) {
			return -1;
		}
		this.owed[most] -= blocks;
		this.left[most] -= blocks;
		return most;
	}

}
