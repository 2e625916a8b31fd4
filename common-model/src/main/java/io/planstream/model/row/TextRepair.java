package io.planstream.model.row;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Undoes what happened to the texts of the data set before it was published: UTF-8 and
 * Windows-1252 bytes were taken for Latin-1 and encoded as UTF-8 again. So an apostrophe
 * is U+00E2 U+0080 U+0099 in files of 2014 and U+0092 in those of 2016. Quotes and dashes
 * that come out of it are written as ASCII has them, so that the years agree.
 */
final class TextRepair {

	private final StringBuilder text = new StringBuilder();

	private boolean decoded;

	private boolean controls;

	/** The repaired text; the same object when there is nothing to repair. */
	String repair(String damaged) {
		this.text.setLength(0);
		this.decoded = false;
		this.controls = false;
		for (int i = 0; i < damaged.length();) {
			int end = i;
			while (end < damaged.length() && inUpperLatin1(damaged.charAt(end))) {
				end++;
			}
			if (end > i) {
				run(damaged.substring(i, end));
				i = end;
			}
			else {
				this.text.append(damaged.charAt(i++));
			}
		}
		String repaired = this.text.toString().trim();
		return repaired.equals(damaged) ? damaged : repaired;
	}

	/** Whether double encoding was undone in the last text. */
	boolean decoded() {
		return this.decoded;
	}

	/** Whether control characters or no-break spaces were replaced in the last text. */
	boolean controls() {
		return this.controls;
	}

	/** Each well-formed sequence is decoded; what stands beside it is looked at alone. */
	private void run(String characters) {
		for (int i = 0; i < characters.length();) {
			int length = sequenceLength(characters.charAt(i));
			String once = (i + length <= characters.length()) ? decoded(characters.substring(i, i + length)) : null;
			if (length > 1 && once != null) {
				once.chars().forEach((c) -> this.text.append(plain((char) c)));
				this.decoded = true;
				i += length;
			}
			else {
				single(characters.charAt(i++));
			}
		}
	}

	/** By its first byte, as UTF-8 says it. */
	private static int sequenceLength(char first) {
		if (first < 0xC2 || first > 0xF4) {
			return 1;
		}
		return (first < 0xE0) ? 2 : (first < 0xF0) ? 3 : 4;
	}

	private static String decoded(String characters) {
		try {
			return StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(characters.getBytes(StandardCharsets.ISO_8859_1)))
				.toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	private void single(char c) {
		if (c > 0xA0) {
			this.text.append(c);
			return;
		}
		this.controls = true;
		switch (c) {
			case 0x91, 0x92 -> this.text.append('\'');
			case 0x93, 0x94 -> this.text.append('"');
			case 0x96, 0x97 -> this.text.append('-');
			case 0xA0 -> this.text.append(' ');
			default -> {
			}
		}
	}

	private static char plain(char c) {
		return switch (c) {
			case '\u2018', '\u2019' -> '\'';
			case '\u201C', '\u201D' -> '"';
			case '\u2013', '\u2014' -> '-';
			case '\u00A0' -> ' ';
			default -> c;
		};
	}

	private static boolean inUpperLatin1(char c) {
		return c >= 0x80 && c <= 0xFF;
	}

}
