package io.planstream.testsupport.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a text meant before it was decoded with the wrong character set. The files hold
 * UTF-8 (2014) and Windows-1252 (2016) that was taken for Latin-1 and encoded again.
 */
final class RepairedText {

	private static final Map<String, String> MEANT = new LinkedHashMap<>();

	static {
		MEANT.put("\u00e2\u0080\u0098", "'");
		MEANT.put("\u00e2\u0080\u0099", "'");
		MEANT.put("\u00e2\u0080\u009c", "\"");
		MEANT.put("\u00e2\u0080\u009d", "\"");
		MEANT.put("\u00e2\u0080\u0093", "-");
		MEANT.put("\u00e2\u0080\u0094", "-");
		MEANT.put("\u00c2\u00a0", " ");
		MEANT.put("\u0091", "'");
		MEANT.put("\u0092", "'");
		MEANT.put("\u0093", "\"");
		MEANT.put("\u0094", "\"");
		MEANT.put("\u0096", "-");
		MEANT.put("\u0097", "-");
		MEANT.put("\u00a0", " ");
	}

	private RepairedText() {
	}

	/** The text as it was meant, without blanks around it. */
	static String of(String text) {
		if (text.chars().allMatch((character) -> character < 0x80)) {
			return text.strip();
		}
		String repaired = text;
		for (Map.Entry<String, String> each : MEANT.entrySet()) {
			repaired = repaired.replace(each.getKey(), each.getValue());
		}
		return repaired.replaceAll("[\u0080-\u009f]", "").strip();
	}

}
