package io.planstream.generator.market;

import java.util.Arrays;

/**
 * A plan year of the published files, with what is particular to it. Counts are those of
 * the whole file; the product cuts them down to scale by leaving out plans.
 */
public enum BusinessYear {

	/** The first year: prices of 999999, texts decoded twice. */
	Y2014(2014, 18_689, 460, 150, 140, 400, 300),

	/** The largest year. */
	Y2015(2015, 31_253, 560, 200, 62, 400, 330),

	/** The year with other date and money styles in the plan attributes. */
	Y2016(2016, 27_381, 620, 240, 27, 352, 288);

	private final int number;

	private final int planVariants;

	private final int medicalQuarterlyPerMille;

	private final int dentalQuarterlyPerMille;

	private final int unchangedQuartersPerMille;

	private final int tobaccoPerMille;

	private final int strayTobaccoBlocks;

	BusinessYear(int number, int planVariants, int medicalQuarterlyPerMille, int dentalQuarterlyPerMille,
			int unchangedQuartersPerMille, int tobaccoPerMille, int strayTobaccoBlocks) {
		this.number = number;
		this.planVariants = planVariants;
		this.medicalQuarterlyPerMille = medicalQuarterlyPerMille;
		this.dentalQuarterlyPerMille = dentalQuarterlyPerMille;
		this.unchangedQuartersPerMille = unchangedQuartersPerMille;
		this.tobaccoPerMille = tobaccoPerMille;
		this.strayTobaccoBlocks = strayTobaccoBlocks;
	}

	/**
	 * The calendar year.
	 * @return such as 2014
	 */
	public int number() {
		return this.number;
	}

	/**
	 * Whether the year is the last one, whose plan attributes have a style of their own.
	 * @return whether it is 2016
	 */
	public boolean isLast() {
		return this == Y2016;
	}

	/** Distinct 17-character plan ids of the year. */
	int planVariants() {
		return this.planVariants;
	}

	/** Share of a year's blocks of the kind that belong to quarterly plans. */
	int quarterlyPerMille(boolean dental) {
		return dental ? this.dentalQuarterlyPerMille : this.medicalQuarterlyPerMille;
	}

	/**
	 * The share of quarterly plans that ask the same price in every quarter.
	 * @return in thousandths
	 */
	public int unchangedQuartersPerMille() {
		return this.unchangedQuartersPerMille;
	}

	/** Share of all rate rows that tell tobacco users apart. */
	int tobaccoPerMille() {
		return this.tobaccoPerMille;
	}

	/** Blocks that carry a tobacco rate although they have no preference. */
	int strayTobaccoBlocks() {
		return this.strayTobaccoBlocks;
	}

	/** Rate rows of the year in the whole file. */
	int rows() {
		return Arrays.stream(State.values()).mapToInt((state) -> state.rows(this)).sum();
	}

}
