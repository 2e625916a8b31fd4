package io.planstream.generator.market;

/**
 * A state of the federal marketplace in alphabetical order, with what the published file
 * holds of it: rate rows, plans and family rows per year. The rows of a state over all
 * years, and of a year over all states, are exactly the published ones.
 */
public enum State {

	// @formatter:off
	AK(new Shape(3, 10, 91, 63276, "HIOS"),
			new int[] { 20742, 33465, 30205 }, new int[] { 79, 126, 114 }, new int[] { 42, 23, 29 }),
	AL(new Shape(13, 16, 432, 37333, "HIOS"),
			new int[] { 77758, 62620, 56518 }, new int[] { 104, 114, 100 }, new int[] { 110, 152, 168 }),
	AR(new Shape(7, 14, 487, 34770, "SERFF"),
			new int[] { 31548, 27984, 25258 }, new int[] { 71, 70, 61 }, new int[] { 38, 62, 50 }),
	AZ(new Shape(7, 34, 125, 35938, "HIOS"),
			new int[] { 107292, 127586, 115154 }, new int[] { 181, 281, 246 }, new int[] { 112, 212, 200 }),
	DE(new Shape(1, 12, 364, 43420, "SERFF"),
			new int[] { 4882, 5806, 5240 }, new int[] { 71, 104, 91 }, new int[] { 6, 10, 42 }),
	FL(new Shape(67, 32, 491, 40821, "HIOS"),
			new int[] { 521843, 620544, 560085 }, new int[] { 425, 657, 577 }, new int[] { 2227, 3714, 3899 }),
	GA(new Shape(16, 29, 439, 41678, "HIOS"),
			new int[] { 144682, 172048, 155282 }, new int[] { 269, 416, 365 }, new int[] { 380, 652, 676 }),
	HI(new Shape(1, 4, 379, 33229, "SERFF"),
			new int[] { 0, 0, 1518 }, new int[] { 0, 0, 23 }, new int[] { 0, 0, 0 }),
	IA(new Shape(7, 20, 317, 36819, "SERFF"),
			new int[] { 52296, 62187, 56127 }, new int[] { 126, 195, 171 }, new int[] { 86, 133, 145 }),
	ID(new Shape(7, 9, 165, 33894, "HIOS"),
			new int[] { 69442, 0, 0 }, new int[] { 123, 0, 0 }, new int[] { 74, 0, 0 }),
	IL(new Shape(13, 31, 209, 39252, "SERFF"),
			new int[] { 132671, 157765, 142391 }, new int[] { 371, 574, 503 }, new int[] { 421, 721, 757 }),
	IN(new Shape(17, 35, 478, 43035, "HIOS"),
			new int[] { 327313, 184005, 166075 }, new int[] { 321, 253, 222 }, new int[] { 483, 419, 429 }),
	KS(new Shape(7, 20, 230, 28068, "SERFF"),
			new int[] { 34791, 41372, 37341 }, new int[] { 72, 112, 98 }, new int[] { 61, 64, 81 }),
	LA(new Shape(8, 24, 237, 41468, "HIOS"),
			new int[] { 52740, 62716, 56604 }, new int[] { 122, 189, 166 }, new int[] { 70, 156, 162 }),
	ME(new Shape(4, 16, 145, 39337, "SERFF"),
			new int[] { 22300, 26518, 23934 }, new int[] { 107, 165, 145 }, new int[] { 36, 68, 60 }),
	MI(new Shape(16, 46, 542, 38750, "SERFF"),
			new int[] { 313629, 372951, 336610 }, new int[] { 318, 430, 377 }, new int[] { 469, 673, 672 }),
	MO(new Shape(10, 31, 716, 37756, "HIOS"),
			new int[] { 45656, 54291, 49001 }, new int[] { 156, 241, 212 }, new int[] { 162, 241, 241 }),
	MS(new Shape(6, 12, 280, 35950, "HIOS"),
			new int[] { 13022, 15485, 13975 }, new int[] { 50, 78, 68 }, new int[] { 50, 29, 37 }),
	MT(new Shape(4, 13, 416, 36860, "SERFF"),
			new int[] { 45559, 54176, 48897 }, new int[] { 169, 201, 182 }, new int[] { 65, 80, 91 }),
	NC(new Shape(16, 26, 514, 46835, "HIOS"),
			new int[] { 112090, 133291, 120303 }, new int[] { 157, 243, 213 }, new int[] { 218, 397, 381 }),
	ND(new Shape(4, 17, 297, 39218, "HIOS"),
			new int[] { 32003, 38057, 34348 }, new int[] { 109, 147, 129 }, new int[] { 33, 61, 78 }),
	NE(new Shape(4, 20, 396, 37292, "SERFF"),
			new int[] { 24798, 29489, 26615 }, new int[] { 98, 151, 133 }, new int[] { 50, 49, 73 }),
	NH(new Shape(1, 18, 91, 35818, "SERFF"),
			new int[] { 5571, 6625, 5980 }, new int[] { 86, 133, 117 }, new int[] { 5, 1, 0 }),
	NJ(new Shape(6, 27, 229, 49566, "HIOS"),
			new int[] { 53082, 63122, 56971 }, new int[] { 166, 257, 225 }, new int[] { 90, 148, 161 }),
	NM(new Shape(5, 11, 288, 28633, "SERFF"),
			new int[] { 11596, 13790, 12446 }, new int[] { 35, 54, 47 }, new int[] { 4, 36, 26 }),
	NV(new Shape(4, 16, 392, 38470, "SERFF"),
			new int[] { 0, 16828, 15188 }, new int[] { 0, 114, 100 }, new int[] { 0, 38, 54 }),
	OH(new Shape(17, 48, 460, 41630, "SERFF"),
			new int[] { 271127, 322410, 290993 }, new int[] { 452, 699, 613 }, new int[] { 693, 1146, 1193 }),
	OK(new Shape(5, 26, 125, 34522, "HIOS"),
			new int[] { 57158, 67969, 61345 }, new int[] { 226, 351, 308 }, new int[] { 118, 211, 211 }),
	OR(new Shape(7, 20, 294, 30800, "SERFF"),
			new int[] { 0, 35953, 32449 }, new int[] { 0, 155, 136 }, new int[] { 0, 119, 111 }),
	PA(new Shape(9, 43, 245, 35990, "HIOS"),
			new int[] { 145604, 173145, 156273 }, new int[] { 324, 502, 440 }, new int[] { 290, 461, 471 }),
	SC(new Shape(46, 24, 203, 41452, "HIOS"),
			new int[] { 241766, 694856, 627148 }, new int[] { 76, 259, 227 }, new int[] { 266, 1038, 1088 }),
	SD(new Shape(4, 15, 150, 39630, "SERFF"),
			new int[] { 18480, 30233, 27287 }, new int[] { 56, 106, 93 }, new int[] { 34, 57, 55 }),
	TN(new Shape(8, 22, 299, 40504, "HIOS"),
			new int[] { 47815, 56860, 51319 }, new int[] { 165, 255, 224 }, new int[] { 113, 234, 213 }),
	TX(new Shape(26, 48, 510, 36706, "HIOS"),
			new int[] { 263520, 313364, 282830 }, new int[] { 566, 876, 769 }, new int[] { 1228, 2128, 2230 }),
	UT(new Shape(6, 16, 201, 30053, "SERFF"),
			new int[] { 26176, 31127, 28095 }, new int[] { 77, 120, 105 }, new int[] { 48, 77, 81 }),
	VA(new Shape(12, 33, 347, 36455, "SERFF"),
			new int[] { 99716, 118577, 107023 }, new int[] { 233, 361, 316 }, new int[] { 264, 449, 441 }),
	WI(new Shape(16, 43, 91, 45563, "HIOS"),
			new int[] { 310591, 369338, 333349 }, new int[] { 553, 856, 751 }, new int[] { 781, 1338, 1367 }),
	WV(new Shape(11, 15, 481, 47762, "SERFF"),
			new int[] { 49755, 59166, 53401 }, new int[] { 81, 125, 110 }, new int[] { 75, 148, 133 }),
	WY(new Shape(3, 14, 326, 50950, "HIOS"),
			new int[] { 7374, 20373, 18387 }, new int[] { 38, 125, 110 }, new int[] { 14, 41, 33 });
	// @formatter:on

	private final Shape shape;

	private final int[] rows;

	private final int[] plans;

	private final int[] familyRows;

	State(Shape shape, int[] rows, int[] plans, int[] familyRows) {
		this.shape = shape;
		this.rows = rows;
		this.plans = plans;
		this.familyRows = familyRows;
	}

	/**
	 * The number of rating areas.
	 * @return at least one
	 */
	public int ratingAreas() {
		return this.shape.ratingAreas();
	}

	/**
	 * The median of the state's medical rates, all ages and years.
	 * @return in cents
	 */
	public int medianMedicalCents() {
		return this.shape.medianMedicalCents();
	}

	/** The system the state's plans were submitted through. */
	String source() {
		return this.shape.source();
	}

	/** Issuers over the three years. */
	int issuers() {
		return this.shape.issuers();
	}

	/** Share of the rate rows that belong to dental plans. */
	int dentalPerMille() {
		return this.shape.dentalPerMille();
	}

	/** Rate rows in the whole file, zero if the state was not there that year. */
	int rows(BusinessYear year) {
		return this.rows[year.ordinal()];
	}

	/** Plans in the whole file. */
	int plans(BusinessYear year) {
		return this.plans[year.ordinal()];
	}

	/** Rate rows of the age {@code Family Option}. */
	int familyRows(BusinessYear year) {
		return this.familyRows[year.ordinal()];
	}

	private record Shape(int ratingAreas, int issuers, int dentalPerMille, int medianMedicalCents, String source) {
	}

}
