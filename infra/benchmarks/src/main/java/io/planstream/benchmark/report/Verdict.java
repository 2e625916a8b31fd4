package io.planstream.benchmark.report;

import java.util.Locale;

/**
 * What was promised beside what was measured.
 *
 * @param promise what was promised, in words
 * @param value what was measured
 * @param wanted what it has to reach, or stay below
 * @param below whether it has to stay below
 * @param unit the unit of both
 * @param note what has to be known about it, or an empty text
 */
public record Verdict(String promise, double value, double wanted, boolean below, String unit, String note) {

	/**
	 * Whether the promise holds.
	 * @return whether it does
	 */
	public boolean holds() {
		return this.below ? this.value < this.wanted : this.value >= this.wanted;
	}

	String line() {
		return String.format(Locale.ROOT, "%s  %s: %s%s, wanted %s%s%s%s", holds() ? "PASS" : "FAIL", this.promise,
				number(this.value), this.unit, this.below ? "under " : "at least ", number(this.wanted), this.unit,
				this.note.isEmpty() ? "" : " (" + this.note + ")");
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, (value >= 20) ? "%,.0f" : "%.2f", value);
	}

}
