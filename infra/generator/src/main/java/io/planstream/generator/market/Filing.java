package io.planstream.generator.market;

/**
 * How and when an issuer submitted its forms of a year.
 *
 * @param source the system: {@code HIOS}, {@code SERFF} or {@code OPM}
 * @param version how often it submitted them
 * @param year the year of the last time
 * @param month its month
 * @param day its day
 * @param second its second within the day
 */
public record Filing(String source, int version, int year, int month, int day, int second) {

	// Plans that a federal office contracts are submitted by itself.
	private static final int OFFICE_PER_MILLE = 8;

	/**
	 * The filing of a plan; all plans of an issuer share it.
	 * @param plan the plan
	 * @param seed the seed of the data set
	 * @return the filing
	 */
	public static Filing of(Plan plan, long seed) {
		String source = plan.draws(seed, Purpose.SOURCE).chance(OFFICE_PER_MILLE) ? "OPM" : plan.issuer().source();
		return of(plan.issuer(), source, plan.year(), seed);
	}

	/**
	 * The filing of an issuer itself: its networks, areas and rules.
	 * @param issuer the issuer
	 * @param year the plan year
	 * @param seed the seed of the data set
	 * @return the filing
	 */
	public static Filing of(Issuer issuer, BusinessYear year, long seed) {
		return of(issuer, issuer.source(), year, seed);
	}

	private static Filing of(Issuer issuer, String source, BusinessYear planYear, long seed) {
		Draws draws = Draws.of(seed, Purpose.FILING, issuer.id(), planYear.number());
		boolean early = planYear != BusinessYear.Y2014 || draws.chance(500);
		int month = early ? draws.between(8, 11) : draws.between(1, 3);
		int year = planYear.number() - (early ? 1 : 0);
		int version = 1 + draws.below(8) + draws.below(10) + draws.below(8);
		return new Filing(source, version, year, month, draws.between(1, 28), draws.below(24 * 3600));
	}

	/**
	 * The time as most files have it.
	 * @return such as {@code 2014-03-19 07:06:49}
	 */
	public String importDate() {
		return this.year + "-" + Digits.padded(this.month, 2) + "-" + Digits.padded(this.day, 2) + " "
				+ Digits.padded(hour(), 2) + ":" + minute() + ":" + Digits.padded(this.second % 60, 2);
	}

	/**
	 * The time as the plan attributes of the last year have it.
	 * @return such as {@code 8/22/2015 5:09}
	 */
	public String americanImportDate() {
		return this.month + "/" + this.day + "/" + this.year + " " + hour() + ":" + minute();
	}

	private int hour() {
		return this.second / 3600;
	}

	private String minute() {
		return Digits.padded(this.second / 60 % 60, 2);
	}

}
