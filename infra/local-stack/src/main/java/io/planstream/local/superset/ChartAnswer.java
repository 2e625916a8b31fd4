package io.planstream.local.superset;

import java.util.Locale;

/**
 * What a chart of a Superset answered.
 *
 * @param dashboard title of its dashboard
 * @param chart its title
 * @param rows rows that hold anything
 * @param seconds how long it took
 * @param failure what is wrong, or null
 * @param mayBeEmpty whether it is right that there is nothing
 */
public record ChartAnswer(String dashboard, String chart, long rows, double seconds, ChartFailure failure,
		boolean mayBeEmpty) {

	static ChartAnswer failed(String dashboard, String chart, ChartFailure failure) {
		return new ChartAnswer(dashboard, chart, 0, 0, failure, false);
	}

	/**
	 * Whether it answered.
	 * @return false if there was an error
	 */
	public boolean isAnswered() {
		return this.failure == null;
	}

	/**
	 * Whether it shows nothing where it should show something.
	 * @return true if it answered without rows, and has to have some
	 */
	public boolean isEmpty() {
		return isAnswered() && this.rows == 0 && !this.mayBeEmpty;
	}

	String remark() {
		if (this.failure != null) {
			return this.failure.code() + ": " + this.failure.reason();
		}
		if (this.rows > 0) {
			return "";
		}
		return this.mayBeEmpty ? "none, which may be" : "NO ROWS";
	}

	String shownRows() {
		return isAnswered() ? String.format(Locale.ROOT, "%,d", this.rows) : "-";
	}

	String shownSeconds() {
		return isAnswered() ? String.format(Locale.ROOT, "%.2f", this.seconds) : "-";
	}

}
