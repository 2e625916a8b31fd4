package io.planstream.generator.market;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Divides a whole number among claims so that the parts add up to it.
 */
public final class Apportionment {

	private Apportionment() {
	}

	/**
	 * Divide by the largest remainders; among equals the earlier claim wins.
	 * @param total what to divide
	 * @param weights the claims, not all zero unless the total is
	 * @return a part per claim, together the total
	 */
	public static int[] divide(int total, double... weights) {
		double sum = 0;
		for (double weight : weights) {
			sum += weight;
		}
		int[] parts = new int[weights.length];
		double[] remainders = new double[weights.length];
		int left = total;
		for (int index = 0; index < weights.length && sum > 0; index++) {
			double exact = total * weights[index] / sum;
			parts[index] = (int) exact;
			remainders[index] = exact - parts[index];
			left -= parts[index];
		}
		IntStream.range(0, weights.length)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer index) -> -remainders[index]))
			.limit(Math.max(left, 0))
			.forEach((index) -> parts[index]++);
		return parts;
	}

}
