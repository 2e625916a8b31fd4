package io.planstream.benchmark.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one repetition gave.
 *
 * @param rows rows that went all the way
 * @param seconds how long they took, or 0 if that is not what is measured
 * @param processes what each process used
 * @param figures further figures by their name and unit
 */
public record Repetition(long rows, double seconds, List<ProcessUse> processes, Map<String, Double> figures) {

	/**
	 * Keeps copies.
	 */
	public Repetition {
		processes = List.copyOf(processes);
		figures = new LinkedHashMap<>(figures);
	}

	/**
	 * A repetition without further figures.
	 * @param rows rows that went all the way
	 * @param seconds how long they took
	 * @param processes what each process used
	 */
	public Repetition(long rows, double seconds, List<ProcessUse> processes) {
		this(rows, seconds, processes, Map.of());
	}

	/**
	 * Fails unless all rows went all the way.
	 * @param expected how many there are
	 * @return this
	 * @throws IllegalStateException if they are others
	 */
	public Repetition requireRows(long expected) {
		if (this.rows != expected) {
			throw new IllegalStateException(this.rows + " rows instead of " + expected);
		}
		return this;
	}

	double rowsPerSecond() {
		return this.rows / this.seconds;
	}

}
