package io.planstream.generator.market;

/**
 * A stream of draws that depends on its key alone (SplitMix64). Written out here because
 * {@link java.util.SplittableRandom} promises its quality but not its sequence, and a
 * data set must be the same on every Java release. Not safe for use by several threads.
 */
public final class Draws {

	private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

	private long state;

	private Draws(long state) {
		this.state = state;
	}

	/**
	 * Start the stream of a key; equal keys give equal streams.
	 * @param seed the seed of the data set
	 * @param purpose what the draws are for
	 * @param key whom they are for, such as a state and the number of a plan
	 * @return the stream
	 */
	public static Draws of(long seed, Purpose purpose, long... key) {
		long state = mix(mix(seed + GOLDEN_GAMMA) + purpose.ordinal());
		for (long part : key) {
			state = mix(state + GOLDEN_GAMMA * 3 + mix(part));
		}
		return new Draws(state);
	}

	/**
	 * Draw 64 bits.
	 * @return any long
	 */
	public long next() {
		this.state += GOLDEN_GAMMA;
		return mix(this.state);
	}

	/**
	 * Draw a number from zero.
	 * @param bound one more than the largest number wanted
	 * @return zero up to {@code bound}, without it
	 */
	public int below(int bound) {
		return (int) (((next() >>> 32) * bound) >>> 32);
	}

	/**
	 * Draw a number between two others.
	 * @param from the smallest
	 * @param to the largest
	 * @return a number from {@code from} to {@code to}, both included
	 */
	public int between(int from, int to) {
		return from + below(to - from + 1);
	}

	/**
	 * Draw a yes or no.
	 * @param perMille how many of a thousand draws are yes
	 * @return whether this one is
	 */
	public boolean chance(int perMille) {
		return below(1000) < perMille;
	}

	/**
	 * Draw one of some values, each as likely as the others.
	 * @param <T> the kind of value
	 * @param values the values, at least one
	 * @return one of them
	 */
	@SafeVarargs
	public final <T> T oneOf(T... values) {
		return values[below(values.length)];
	}

	/**
	 * Draw an index, each as likely as its weight says.
	 * @param weights the weights, not all zero
	 * @return an index of the weights
	 */
	public int weighted(int... weights) {
		int total = 0;
		for (int weight : weights) {
			total += weight;
		}
		int left = below(total);
		int index = 0;
		while (left >= weights[index]) {
			left -= weights[index++];
		}
		return index;
	}

	private static long mix(long bits) {
		long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

}
