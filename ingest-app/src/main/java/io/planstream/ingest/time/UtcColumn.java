package io.planstream.ingest.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Columns of type {@code datetime(6)} hold UTC, whatever the time zones of the server and
 * of this machine. Thread-safe.
 */
public final class UtcColumn {

	private UtcColumn() {
	}

	/**
	 * The value to store.
	 * @param instant a moment, or null
	 * @return what goes into the column: microseconds, or null
	 */
	public static LocalDateTime of(Instant instant) {
		return (instant != null) ? LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC)
				: null;
	}

	/**
	 * The moment that is stored.
	 * @param row the current row
	 * @param column name of the column
	 * @return the moment, or null
	 * @throws SQLException if the column cannot be read
	 */
	public static Instant read(ResultSet row, String column) throws SQLException {
		LocalDateTime value = row.getObject(column, LocalDateTime.class);
		return (value != null) ? value.toInstant(ZoneOffset.UTC) : null;
	}

}
