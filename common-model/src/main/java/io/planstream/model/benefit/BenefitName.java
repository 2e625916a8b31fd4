package io.planstream.model.benefit;

import java.util.Locale;

/**
 * The name under which spellings of a benefit are counted together: 861 names are filed,
 * some of which differ in case, punctuation and white space only.
 */
final class BenefitName {

	private BenefitName() {
	}

	/**
	 * Letters and digits in lower case, one blank for all between them, the first letter
	 * in upper case: {@code Routine Eye Exam (Adult)} is {@code Routine eye exam adult}.
	 */
	static String normalised(String original) {
		StringBuilder name = new StringBuilder(original.length());
		for (int i = 0; i < original.length(); i++) {
			char c = original.charAt(i);
			if (Character.isLetterOrDigit(c)) {
				name.append(c);
			}
			else if (!name.isEmpty() && name.charAt(name.length() - 1) != ' ') {
				name.append(' ');
			}
		}
		String lower = name.toString().trim().toLowerCase(Locale.ROOT);
		return lower.isEmpty() ? "" : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
	}

}
