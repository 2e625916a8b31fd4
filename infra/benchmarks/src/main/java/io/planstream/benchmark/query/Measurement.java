package io.planstream.benchmark.query;

import java.time.Duration;
import java.util.List;

/**
 * What one query took.
 *
 * @param query the query
 * @param filter what it was filtered by
 * @param times how long each run took, from the statement to the last row, the shortest
 * first
 * @param rows the rows of the answer
 * @param scans tables that it reads from end to end and that are too long for that
 */
record Measurement(Question query, Filter filter, List<Duration> times, int rows, List<String> scans) {

	Duration median() {
		return this.times.get(this.times.size() / 2);
	}

	Duration slowest() {
		return this.times.get(this.times.size() - 1);
	}

	boolean keeps(Duration limit) {
		return median().compareTo(limit) <= 0 && this.scans.isEmpty();
	}

	String line() {
		return "%-28s %-40.40s %-11s %7d %7d %7d  %s".formatted(this.query.view(), this.query.title(),
				this.filter.title(), median().toMillis(), slowest().toMillis(), this.rows,
				String.join(", ", this.scans));
	}

}
