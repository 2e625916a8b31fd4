package io.planstream.benchmark.measure;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Repeated measurements of one thing.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param min the smallest
 * @param max the largest
 */
public record Spread(double median, double min, double max) {

	/**
	 * The spread of values.
	 * @param values the values; nulls are left out
	 * @return the spread, or null if there is no value
	 */
	public static Spread of(Collection<Double> values) {
		List<Double> sorted = values.stream().filter(Objects::nonNull).sorted().toList();
		if (sorted.isEmpty()) {
			return null;
		}
		int size = sorted.size();
		double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
		return new Spread(median, sorted.get(0), sorted.get(size - 1));
	}

}
