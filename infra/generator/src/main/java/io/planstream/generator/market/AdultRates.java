package io.planstream.generator.market;

import java.util.OptionalInt;

/**
 * What a dental plan asks for its adults. A plan for children alone files a number that
 * is no price for everyone from 21 on.
 */
public enum AdultRates {

	/** A price. */
	PRICED(0, 0, 0, 0),

	/** Nothing: the most frequent mark of "not sold". */
	ZERO(0, 1_480, 7_270, 6_240),

	/** A cent. */
	CENT(10, 90, 100, 90),

	/** A price that looks real. */
	ONE_AND_A_HALF(1_500, 100, 230, 218),

	/** A price below all others. */
	FIVE(5_000, 200, 400, 300),

	/** Another frequent mark. */
	NINETY_NINE(99_000, 500, 160, 150),

	/** Another frequent mark. */
	NINETY_NINE_NINETY_NINE(99_990, 400, 750, 804),

	/** Nines, without decimals. */
	FOUR_NINES(9_999_000, 134, 174, 186),

	/** Nines, with decimals. */
	FOUR_NINES_NINETY_NINE(9_999_990, 0, 14, 0),

	/** Filed by {@link UnsoldAdults certain issuers} in 2014. */
	SIX_NINES(999_999_000, 0, 0, 0);

	private static final int[] FOUR_NINES_ROWS = { 6480, 8280, 8820 };

	private final int mills;

	private final int[] blocks;

	AdultRates(int mills, int... blocks) {
		this.mills = mills;
		this.blocks = blocks;
	}

	/**
	 * What is filed for adults; of no meaning for {@link #PRICED}.
	 * @return in thousandths of a dollar
	 */
	public int mills() {
		return this.mills;
	}

	/**
	 * Whether the plan is for children alone.
	 * @return whether adults have no real price
	 */
	public boolean isChildOnly() {
		return this != PRICED;
	}

	/**
	 * Whether what is filed for adults is one of the marks that are no price.
	 * @return whether the rows of adults are to be set aside
	 */
	public boolean isNoPrice() {
		return switch (this) {
			case ZERO, CENT, FOUR_NINES, FOUR_NINES_NINETY_NINE, SIX_NINES -> true;
			case PRICED, ONE_AND_A_HALF, FIVE, NINETY_NINE, NINETY_NINE_NINETY_NINE -> false;
		};
	}

	/**
	 * How many rows of a year hold the mark, where that was published year by year.
	 * @param year the year
	 * @return the published number, if there is one
	 */
	public OptionalInt publishedRows(BusinessYear year) {
		return switch (this) {
			case FOUR_NINES -> OptionalInt.of(FOUR_NINES_ROWS[year.ordinal()]);
			case FOUR_NINES_NINETY_NINE -> OptionalInt.of((year == BusinessYear.Y2015) ? 1080 : 0);
			default -> OptionalInt.empty();
		};
	}

	/** Price lists of one rating area that are filed so in a year. */
	int blocks(BusinessYear year) {
		return this.blocks[year.ordinal()];
	}

}
