package io.planstream.generator.rate;

/**
 * The prices of a plan for one rating area and period.
 */
interface PriceList {

	/**
	 * The price at an age.
	 * @param age the index of the age, 0 for {@code 0-20}
	 * @return in thousandths of a dollar
	 */
	long individual(int age);

	/**
	 * The price at an age for those who use tobacco.
	 * @param age the index of the age
	 * @return in thousandths of a dollar
	 */
	long tobacco(int age);

}
