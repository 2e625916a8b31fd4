package io.planstream.model.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;

/**
 * Looks whether a connection and its schema are what counting each row once rests on:
 * isolation, strict mode, transactional tables, the keys of the two barriers, and times
 * that come back as they were stored. Thread-safe.
 */
public final class DatabaseCheck {

	private static final Map<String, String> BARRIERS = Map.of("consumer_position", "topic,partition",
			"source_watermark", "run_id,topic,slice,partition", "slice", "run_id,slice", "run_owner", "run_id",
			"rejected_row", "run_id,slice,sequence", "dead_letter", "topic,partition,record_offset,topic_id");

	private static final String TABLES = """
			select t.table_name, t.engine, (select group_concat(k.column_name order by k.ordinal_position)
			  from information_schema.key_column_usage k where k.table_schema = t.table_schema
			  and k.table_name = t.table_name and k.constraint_name = 'PRIMARY')
			from information_schema.tables t where t.table_schema = database() and t.table_type = 'BASE TABLE'
			order by t.table_name""";

	private DatabaseCheck() {
	}

	/**
	 * Looks at everything.
	 * @param connection as the application uses it, with the schema selected
	 * @throws StartException for the first thing that is wrong
	 * @throws SQLException if the server does not answer
	 */
	public static void check(Connection connection) throws SQLException {
		checkSession(connection);
		checkTables(connection);
	}

	private static void checkSession(Connection connection) throws SQLException {
		if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
			throw new StartException(
					"Transactions are not READ COMMITTED: what was read before a lock was got would be out of date",
					"Set spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED.");
		}
		LocalDateTime moment = LocalDateTime.of(2016, 3, 27, 2, 30, 0, 123_456_000);
		try (Statement statement = connection.createStatement();
				ResultSet mode = statement.executeQuery("select @@session.sql_mode");
				PreparedStatement echo = connection.prepareStatement("select cast(? as datetime(6))")) {
			mode.next();
			if (!mode.getString(1).contains("STRICT_")) {
				throw new StartException(
						"The database is not strict (sql_mode is '" + mode.getString(1)
								+ "'): a value that does not fit would be changed silently",
						"Add STRICT_TRANS_TABLES to the server's sql_mode.");
			}
			echo.setObject(1, moment);
			try (ResultSet echoed = echo.executeQuery()) {
				echoed.next();
				if (!moment.equals(echoed.getObject(1, LocalDateTime.class))) {
					throw new StartException(
							"Times do not come back as they are stored: " + moment + " UTC becomes "
									+ echoed.getObject(1, LocalDateTime.class),
							"Set connectionTimeZone=UTC in the options of the database's URL.");
				}
			}
		}
	}

	private static void checkTables(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet tables = statement.executeQuery(TABLES)) {
			while (tables.next()) {
				checkTable(tables.getString(1), tables.getString(2), tables.getString(3));
			}
		}
	}

	private static void checkTable(String table, String engine, String key) {
		if (!"InnoDB".equalsIgnoreCase(engine)) {
			throw new StartException("Table " + table + " is kept by " + engine + ", which knows no transactions",
					"alter table " + table + " engine = InnoDB;");
		}
		String expected = BARRIERS.get(table);
		boolean wrong = (expected != null) ? !expected.equals(key) : key == null && !isOfOthers(table);
		if (wrong) {
			throw new StartException(
					"Table " + table + " has the primary key (" + ((key != null) ? key : "")
							+ "): without its own key a row could be there twice and count twice",
					"Restore the key" + ((expected != null)
							? ": alter table " + table + " add primary key (`" + expected.replace(",", "`, `") + "`);"
							: " from the migration that made the table."));
		}
	}

	/** Spring Batch makes its sequences without a key. */
	private static boolean isOfOthers(String table) {
		return table.toUpperCase(Locale.ROOT).startsWith("BATCH_");
	}

}
