package io.planstream.testsupport.reference;

/**
 * What a group of tobacco rates amounts to.
 *
 * @param rates rows with both a price and a tobacco price
 * @param setAside rows whose tobacco rate is given but no price
 * @param sumCents sum of the tobacco prices of {@code rates}
 * @param baseCents sum of the prices of {@code rates}
 */
public record TobaccoFigures(long rates, long setAside, long sumCents, long baseCents) {

	static final TobaccoFigures NONE = new TobaccoFigures(0, 0, 0, 0);

	TobaccoFigures plus(Amount rate, Amount tobaccoRate) {
		if (tobaccoRate.isBlank()) {
			return this;
		}
		if (!tobaccoRate.isPrice()) {
			return new TobaccoFigures(this.rates, this.setAside + 1, this.sumCents, this.baseCents);
		}
		if (!rate.isPrice()) {
			return this;
		}
		return new TobaccoFigures(this.rates + 1, this.setAside, this.sumCents + tobaccoRate.cents(),
				this.baseCents + rate.cents());
	}

}
