package io.planstream.model.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates like {@code 2014-01-01} or {@code 1/1/2016}, with or without a time, and the
 * rules that hold for them. For one thread.
 */
final class Dates {

	private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T].*)?");

	private static final Pattern US_DATE = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: .*)?");

	private static final int MEMORY = 8;

	/**
	 * Dates that were read before, by identity; few differ, and texts are cached.
	 */
	private final String[] seen = new String[MEMORY];

	private final LocalDate[] seenDates = new LocalDate[MEMORY];

	private final long[] seenRules = new long[MEMORY];

	private int next;

	private long rules;

	/** The date, or null if it cannot be; most often from memory. */
	LocalDate read(String text) {
		for (int i = 0; i < MEMORY; i++) {
			if (this.seen[i] == text) {
				this.rules = this.seenRules[i];
				return this.seenDates[i];
			}
		}
		LocalDate date = plausible(text);
		this.seen[this.next] = text;
		this.seenDates[this.next] = date;
		this.seenRules[this.next] = this.rules;
		this.next = (this.next + 1) % MEMORY;
		return date;
	}

	/** The bits of the rules that held for the date that was read last. */
	long rules() {
		return this.rules;
	}

	private LocalDate plausible(String text) {
		this.rules = 0;
		LocalDate date = parsed(text);
		if (date == null || date.getYear() < 1900 || date.getYear() > 2100) {
			this.rules |= DataRule.DATE_NOT_PLAUSIBLE.bit();
			return null;
		}
		return date;
	}

	private LocalDate parsed(String text) {
		Matcher iso = ISO_DATE.matcher(text);
		if (iso.matches()) {
			return date(iso.group(1), iso.group(2), iso.group(3));
		}
		Matcher us = US_DATE.matcher(text);
		if (!us.matches()) {
			return null;
		}
		this.rules |= DataRule.US_DATE.bit();
		return date(us.group(3), us.group(1), us.group(2));
	}

	private static LocalDate date(String year, String month, String day) {
		try {
			return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
