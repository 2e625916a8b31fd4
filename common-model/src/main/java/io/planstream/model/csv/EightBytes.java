package io.planstream.model.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at once.
 */
final class EightBytes {

	/** The first byte is the lowest. */
	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long EACH = 0x0101_0101_0101_0101L;

	private static final long HIGHEST = EACH << 7;

	private EightBytes() {
	}

	/** Eight bytes from an index on. */
	static long at(byte[] bytes, int index) {
		return (long) LONG.get(bytes, index);
	}

	/** An ASCII character in each of eight bytes, to be looked for. */
	static long each(char wanted) {
		return EACH * wanted;
	}

	/**
	 * Where a character is.
	 * @param eight bytes
	 * @param wanted what {@link #each} gave
	 * @return zero if nowhere; otherwise the lowest bit that is set is the highest of the
	 * first byte that is the character. Bits above that one may be set by mistake
	 */
	static long find(long eight, long wanted) {
		return zeros(eight ^ wanted);
	}

	/**
	 * What is no plain text: zero unless a byte is beyond ASCII or NUL.
	 * @param eight bytes
	 */
	static long illegible(long eight) {
		return eight & HIGHEST | zeros(eight);
	}

	/** The highest bit of a byte is set in what is left when one is taken from zero. */
	private static long zeros(long eight) {
		return (eight - EACH) & ~eight & HIGHEST;
	}

	/**
	 * Where the first of the bytes that were found is.
	 * @param found not zero
	 * @return 0 to 7
	 */
	static int first(long found) {
		return Long.numberOfTrailingZeros(found) >>> 3;
	}

	/**
	 * The next place of a character.
	 * @param character the character
	 * @return an index, or the limit if it is nowhere before
	 */
	static int indexOf(byte[] bytes, int from, int limit, char character) {
		long wanted = each(character);
		int i = from;
		for (; i + Long.BYTES <= limit; i += Long.BYTES) {
			long found = find(at(bytes, i), wanted);
			if (found != 0) {
				return i + first(found);
			}
		}
		while (i < limit && bytes[i] != character) {
			i++;
		}
		return i;
	}

}
