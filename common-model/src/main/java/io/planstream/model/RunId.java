package io.planstream.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Identity of a run: 64 bits, written as 16 hexadecimal digits in tables, addresses and
 * messages. It is derived from the content alone, so the same files give the same run on
 * any machine, and records that outlive a database mean the same in the next one.
 *
 * @param value the 64 bits
 */
public record RunId(long value) implements Comparable<RunId> {

	/**
	 * The hash that stands for a set of files, whatever their order and names.
	 * @param fileHashes SHA-256 of each file's uncompressed content, in hexadecimal
	 * @return SHA-256 over the sorted hashes, 64 hexadecimal digits
	 */
	public static String contentHash(List<String> fileHashes) {
		String joined = String.join("\n", fileHashes.stream().sorted().toList());
		return HexFormat.of().formatHex(sha256(joined));
	}

	/**
	 * The run of a content.
	 * @param contentHash as {@link #contentHash} gives it
	 * @param ordinal 0 for the first run of the content, then counted on
	 * @return its identity
	 */
	public static RunId of(String contentHash, int ordinal) {
		byte[] digest = sha256(contentHash + "#" + ordinal);
		long value = 0;
		for (int i = 0; i < Long.BYTES; i++) {
			value = value << 8 | digest[i] & 0xFF;
		}
		return new RunId(value);
	}

	/**
	 * Reads the written form.
	 * @param text 16 hexadecimal digits
	 * @return the identity
	 * @throws IllegalArgumentException if it is anything else
	 */
	public static RunId parse(String text) {
		if (text.length() != 16) {
			throw new IllegalArgumentException("'" + text + "' is no run id: a run id has 16 hexadecimal digits");
		}
		try {
			return new RunId(Long.parseUnsignedLong(text, 16));
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("'" + text + "' is no run id: a run id has 16 hexadecimal digits", ex);
		}
	}

	@Override
	public int compareTo(RunId other) {
		return Long.compareUnsigned(this.value, other.value);
	}

	@Override
	public String toString() {
		return HexFormat.of().toHexDigits(this.value);
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
