package io.planstream.ingest.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Maps that forget.
 */
final class Remembered {

	private Remembered() {
	}

	/**
	 * A map of the latest keys; the oldest leaves when there are too many. Thread-safe.
	 */
	static <K, V> Map<K, V> latest(int most) {
		return Collections.synchronizedMap(new LinkedHashMap<>() {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
				return size() > most;
			}

		});
	}

}
