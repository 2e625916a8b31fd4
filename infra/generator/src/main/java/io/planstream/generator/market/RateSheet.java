package io.planstream.generator.market;

/**
 * The rates a plan files in a year, but for the prices.
 *
 * @param calendar how many price lists
 * @param firstArea the number of its first rating area
 * @param areas how many rating areas, one after the other
 * @param lackingAges how many of the oldest ages are missing, mostly none
 * @param tobacco whether tobacco users pay more
 * @param adults what a dental plan asks for adults
 * @param dates a fault in the dates, mostly none
 * @param firstRowNumber where the rates stand in the issuer's form
 */
public record RateSheet(RateCalendar calendar, int firstArea, int areas, int lackingAges, TobaccoUse tobacco,
		AdultRates adults, DateQuirk dates, int firstRowNumber) {

	/** Ages with a price of their own: 0-20, 21 to 64, 65 and over. */
	public static final int AGES = 46;

	/**
	 * The number of price lists of one area each.
	 * @return areas times periods
	 */
	public int blocks() {
		return this.areas * this.calendar.periods();
	}

}
