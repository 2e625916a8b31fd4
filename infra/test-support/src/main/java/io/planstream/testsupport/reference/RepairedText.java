package io.planstream.testsupport.reference;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text meant before it was decoded with the wrong character set. The files hold
 * UTF-8 (2014) and Windows-1252 (2016) that was taken for Latin-1 and encoded again.
 */
final class RepairedText {

	private static final Pattern ENCODED_TWICE = Pattern.compile(
			"[\u00c2-\u00df][\u0080-\u00bf]" + "|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}");

	private static final Map<String, String> PLAIN = Map.of("\u2018", "'", "\u2019", "'", "\u201c", "\"", "\u201d",
			"\"", "\u2013", "-", "\u2014", "-");

	private RepairedText() {
	}

	/** The text as it was meant, without blanks around it. */
	static String of(String text) {
		if (text.chars().allMatch((character) -> character < 0x80)) {
			return text.strip();
		}
		String decoded = ENCODED_TWICE.matcher(text).replaceAll(RepairedText::decoded);
		return decoded.replaceAll("[\u0091\u0092]", "'")
			.replaceAll("[\u0093\u0094]", "\"")
			.replaceAll("[\u0096\u0097]", "-")
			.replaceAll("[\u0080-\u009f]", "")
			.replace('\u00a0', ' ')
			.strip();
	}

	private static String decoded(MatchResult bytes) {
		String once = new String(bytes.group().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
		return Matcher.quoteReplacement(PLAIN.getOrDefault(once, once));
	}

}
