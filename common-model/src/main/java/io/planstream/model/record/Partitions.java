package io.planstream.model.record;

import java.nio.charset.StandardCharsets;

import io.planstream.model.RunId;

/**
 * Which partition a record goes to: a pure function of its key and of the partition count
 * the run was begun with, so that a row sent again goes where it went before.
 */
public final class Partitions {

	private Partitions() {
	}

	/**
	 * The key of a row.
	 * @param businessYear plan year
	 * @param stateCode state
	 * @return for example {@code 2016|TX}
	 */
	public static String key(int businessYear, String stateCode) {
		return businessYear + "|" + stateCode;
	}

	/**
	 * The key of a slice's rejects.
	 * @param run the run
	 * @param slice slice of the run
	 * @return for example {@code 00ab12cd34ef5678|3}
	 */
	public static String rejectKey(RunId run, int slice) {
		return run + "|" + slice;
	}

	/**
	 * The partition of a key.
	 * @param key as above
	 * @param count partitions of the topic when the run was begun
	 * @return 0 to {@code count - 1}; FNV-1a, spread by a final mix
	 */
	public static int of(String key, int count) {
		int hash = 0x811C9DC5;
		for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
			hash = (hash ^ b & 0xFF) * 0x01000193;
		}
		hash ^= hash >>> 16;
		hash *= 0x85EBCA6B;
		hash ^= hash >>> 13;
		return Math.floorMod(hash, count);
	}

}
