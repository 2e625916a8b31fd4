package io.planstream.generator.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The issuers of a state, the same in all years: most sell either dental or medical
 * plans, a few both.
 */
final class Issuers {

	private static final int FIRST_ID = 10_000;

	// Prime, so that multiples of any step meet every id once.
	private static final int IDS = 89_989;

	private static final int STEP = 48_271;

	private static final int TAX_IDS = 346;

	private final List<Issuer> issuers;

	private Issuers(List<Issuer> issuers) {
		this.issuers = issuers;
	}

	static Issuers of(State state, long seed) {
		int special = UnsoldAdults.of(state).isPresent() ? 1 : 0;
		int index = 0;
		for (State before : State.values()) {
			index += (before.ordinal() < state.ordinal()) ? before.issuers() : 0;
		}
		List<Issuer> issuers = new ArrayList<>();
		for (int number = special; number < state.issuers(); number++) {
			issuers.add(issuer(state, freeId(index + number, seed), seed));
		}
		issuers.sort(Comparator.comparingInt(Issuer::id));
		return new Issuers(List.copyOf(issuers));
	}

	/** An issuer whose id is known from the published file. */
	static Issuer issuer(State state, int id, long seed) {
		Draws group = Draws.of(seed, Purpose.TAX_ID, Draws.of(seed, Purpose.ISSUER_GROUP, id).below(TAX_IDS));
		String taxId = Digits.padded(group.between(1, 99), 2) + "-" + Digits.padded(group.below(10_000_000), 7);
		return new Issuer(id, taxId, state.source());
	}

	/**
	 * Draw an issuer that sells the coverage: each has its turn, then the first ones sell
	 * more.
	 */
	Issuer draw(boolean dental, int turn, Draws draws) {
		int size = this.issuers.size();
		int from = dental ? 0 : size / 2;
		int to = dental ? size - size * 2 / 5 : size;
		int drawn = Math.min(draws.below(to - from), draws.below(to - from));
		int index = (turn < to - from) ? turn : drawn;
		return this.issuers.get(from + index);
	}

	private static int freeId(int index, long seed) {
		int offset = Draws.of(seed, Purpose.ISSUER_IDS).below(IDS);
		int id = FIRST_ID + (int) (((long) index * STEP + offset) % IDS);
		return isTaken(id) ? freeId(index + IDS / 2, seed) : id;
	}

	private static boolean isTaken(int id) {
		for (UnsoldAdults unsold : UnsoldAdults.values()) {
			if (unsold.issuerId() == id) {
				return true;
			}
		}
		return id == Oddities.TYPO_ISSUER;
	}

}
