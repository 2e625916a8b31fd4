package io.planstream.testsupport.reference;

import java.util.Map;
import java.util.TreeMap;

/**
 * Prices and how often each occurs.
 */
final class Prices {

	private final TreeMap<Long, Long> occurrences = new TreeMap<>();

	private long count;

	void add(long cents) {
		this.occurrences.merge(cents, 1L, Long::sum);
		this.count++;
	}

	/**
	 * The price of nearest rank: the n-th smallest, n being the percent of all rounded
	 * up.
	 */
	long percentile(int percent) {
		long rank = (this.count * percent + 99) / 100;
		long passed = 0;
		for (Map.Entry<Long, Long> price : this.occurrences.entrySet()) {
			passed += price.getValue();
			if (passed >= rank) {
				return price.getKey();
			}
		}
		throw new IllegalStateException("There is no price");
	}

}
