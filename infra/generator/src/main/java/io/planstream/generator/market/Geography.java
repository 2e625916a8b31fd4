package io.planstream.generator.market;

/**
 * What the census bureau knows of a state, and how many rows of the published benefits
 * are the state's. Constants bear the names of those of {@link State}.
 */
public enum Geography {

	// @formatter:off
	AK(2, 29, 41320),
	AL(1, 67, 28417),
	AR(5, 75, 68064),
	AZ(4, 15, 221612),
	DE(10, 3, 31370),
	FL(12, 67, 364742),
	GA(13, 159, 196579),
	HI(15, 5, 6741),
	IA(19, 99, 110221),
	ID(16, 44, 27313),
	IL(17, 102, 320533),
	IN(18, 92, 148531),
	KS(20, 105, 64279),
	LA(22, 64, 91816),
	ME(23, 16, 61834),
	MI(26, 83, 189225),
	MO(29, 115, 95152),
	MS(28, 82, 46895),
	MT(30, 56, 58132),
	NC(37, 100, 94290),
	ND(38, 53, 48269),
	NE(31, 93, 66935),
	NH(33, 10, 44305),
	NJ(34, 21, 86107),
	NM(35, 33, 56669),
	NV(32, 17, 62743),
	OH(39, 88, 331045),
	OK(40, 77, 133639),
	OR(41, 36, 93502),
	PA(42, 67, 260866),
	SC(45, 46, 111907),
	SD(46, 66, 47730),
	TN(47, 95, 138154),
	TX(48, 254, 465164),
	UT(49, 29, 98421),
	VA(51, 133, 142236),
	WI(55, 72, 512587),
	WV(54, 55, 32638),
	WY(56, 23, 48425);
	// @formatter:on

	private final int code;

	private final int counties;

	private final int benefitRows;

	Geography(int code, int counties, int benefitRows) {
		this.code = code;
		this.counties = counties;
		this.benefitRows = benefitRows;
	}

	/**
	 * Of a state.
	 * @param state the state
	 * @return its geography
	 */
	public static Geography of(State state) {
		return valueOf(state.name());
	}

	/**
	 * How many counties it has.
	 * @return at least 3
	 */
	public int counties() {
		return this.counties;
	}

	/**
	 * The FIPS code of a county. Most states number theirs in steps of two.
	 * @param county 0, 1, ...
	 * @return a number of up to five digits, state then county
	 */
	public int fips(int county) {
		return this.code * 1000 + 1 + 2 * county;
	}

	/**
	 * Rows of the published benefits file, all years.
	 * @return the state's rows
	 */
	public int benefitRows() {
		return this.benefitRows;
	}

}
