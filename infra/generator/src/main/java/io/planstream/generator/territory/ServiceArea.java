package io.planstream.generator.territory;

import io.planstream.generator.market.Geography;

/**
 * Where an issuer sells.
 *
 * @param number 1, 2, ... among those of the issuer
 * @param wholeState whether it is the whole state; it then lists no county
 * @param firstCounty place of its first county among those of the state
 * @param counties how many it lists, at least one unless it is the whole state
 */
public record ServiceArea(int number, boolean wholeState, int firstCounty, int counties) {

	/**
	 * The number of counties it covers.
	 * @param state the state it is in
	 * @return all of the state's for a whole state
	 */
	public int covered(Geography state) {
		return this.wholeState ? state.counties() : this.counties;
	}

	/**
	 * One of its counties.
	 * @param state the state it is in
	 * @param index 0 to {@code covered - 1}
	 * @return the FIPS code
	 */
	public int fips(Geography state, int index) {
		return state.fips((this.firstCounty + index) % state.counties());
	}

}
