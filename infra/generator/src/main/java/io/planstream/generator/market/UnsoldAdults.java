package io.planstream.generator.market;

import java.util.Optional;

/**
 * The issuers that asked 999999 of every adult in 2014, and how many plans each filed so,
 * in all rating areas of its state.
 */
enum UnsoldAdults {

	// @formatter:off
	AK(74819, 4),
	AL(12538, 4),
	AR(26904, 4),
	AZ(77352, 4),
	GA(83502, 4),
	ID(17859, 4),
	IN(83557, 4),
	KS(63790, 4),
	LA(78461, 4),
	MI(35700, 4),
	MO(29416, 4),
	MS(11324, 2),
	MT(93895, 4),
	NC(94482, 4),
	ND(75329, 4),
	NE(50022, 4),
	NM(26075, 2),
	OH(47509, 4),
	OK(40254, 4),
	PA(71933, 4),
	SC(89281, 4),
	SD(61214, 4),
	TN(24601, 4),
	TX(47665, 4),
	UT(42757, 2),
	WY(47731, 4);
	// @formatter:on

	private final int issuerId;

	private final int plans;

	UnsoldAdults(int issuerId, int plans) {
		this.issuerId = issuerId;
		this.plans = plans;
	}

	int issuerId() {
		return this.issuerId;
	}

	int plans() {
		return this.plans;
	}

	static Optional<UnsoldAdults> of(State state) {
		for (UnsoldAdults unsold : values()) {
			if (unsold.name().equals(state.name())) {
				return Optional.of(unsold);
			}
		}
		return Optional.empty();
	}

}
