package io.planstream.model.csv;

import java.nio.charset.StandardCharsets;

/**
 * Gives the same string for the same ASCII characters, most of the time, without making
 * it again. A direct-mapped table: a newcomer takes the place of whoever was there, so
 * its size is bounded whatever the file holds. For one thread.
 */
final class TextCache {

	private static final int SLOTS = 1 << 12;

	/** Longer texts are names and descriptions, which hardly repeat. */
	private static final int LONGEST = 64;

	private final String[] slots = new String[SLOTS];

	/**
	 * The text, or null if there are bytes beyond ASCII.
	 * @param guess what it may be, or null
	 */
	String get(byte[] text, int start, int length, String guess) {
		return (guess != null && same(guess, text, start, length)) ? guess : get(text, start, length);
	}

	private String get(byte[] text, int start, int length) {
		int hash = 0;
		int bits = 0;
		for (int i = start; i < start + length; i++) {
			hash = 31 * hash + text[i];
			bits |= text[i];
		}
		if (bits < 0) {
			return null;
		}
		if (length > LONGEST) {
			return string(text, start, length);
		}
		int slot = (hash ^ hash >>> 16) & SLOTS - 1;
		String cached = this.slots[slot];
		if (cached == null || !same(cached, text, start, length)) {
			cached = string(text, start, length);
			this.slots[slot] = cached;
		}
		return cached;
	}

	/** Every character is a byte in Latin-1, which Java keeps texts in as well. */
	private static String string(byte[] text, int start, int length) {
		return new String(text, start, length, StandardCharsets.ISO_8859_1);
	}

	private static boolean same(String cached, byte[] text, int start, int length) {
		if (cached.length() != length) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (cached.charAt(i) != text[start + i]) {
				return false;
			}
		}
		return true;
	}

}
