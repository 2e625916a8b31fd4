package io.planstream.model.aggregate;

/**
 * A number of an aggregate row and how two of them become one. Each kind is a commutative
 * monoid: order and grouping do not matter, and the identity adds nothing.
 *
 * @param column its column
 * @param kind how it combines
 */
public record Measure(String column, Kind kind) {

	/** How two numbers become one. */
	public enum Kind {

		/** Added; counts and sums in cents. */
		SUM(0) {
			@Override
			public long combine(long one, long other) {
				return one + other;
			}

			@Override
			String sql(String column) {
				return column + " + values(" + column + ")";
			}
		},

		/** The smaller one. */
		MIN(Long.MAX_VALUE) {
			@Override
			public long combine(long one, long other) {
				return Math.min(one, other);
			}

			@Override
			String sql(String column) {
				return "least(" + column + ", values(" + column + "))";
			}
		},

		/** The larger one; of numbers that are not negative. */
		MAX(-1) {
			@Override
			public long combine(long one, long other) {
				return Math.max(one, other);
			}

			@Override
			String sql(String column) {
				return "greatest(" + column + ", values(" + column + "))";
			}
		};

		private final long identity;

		Kind(long identity) {
			this.identity = identity;
		}

		/**
		 * What adds nothing.
		 * @return the identity; views turn that of minima and maxima into null
		 */
		public long identity() {
			return this.identity;
		}

		/**
		 * Makes one of two.
		 * @param one a number
		 * @param other another
		 * @return both together
		 */
		public abstract long combine(long one, long other);

		abstract String sql(String column);

	}

	/**
	 * A sum.
	 * @param column its column
	 * @return the measure
	 */
	public static Measure sum(String column) {
		return new Measure(column, Kind.SUM);
	}

	/**
	 * A minimum.
	 * @param column its column
	 * @return the measure
	 */
	public static Measure min(String column) {
		return new Measure(column, Kind.MIN);
	}

	/**
	 * A maximum.
	 * @param column its column
	 * @return the measure
	 */
	public static Measure max(String column) {
		return new Measure(column, Kind.MAX);
	}

}
