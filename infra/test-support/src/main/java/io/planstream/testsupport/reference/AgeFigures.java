package io.planstream.testsupport.reference;

/**
 * What the rates of an age amount to.
 *
 * @param premium the individual rates
 * @param tobacco the tobacco rates
 */
public record AgeFigures(RateFigures premium, TobaccoFigures tobacco) {

	static final AgeFigures NONE = new AgeFigures(RateFigures.NONE, TobaccoFigures.NONE);

	AgeFigures plus(Amount rate, Amount tobaccoRate) {
		return new AgeFigures(this.premium.plus(rate), this.tobacco.plus(rate, tobaccoRate));
	}

}
