package io.planstream.local.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

import io.planstream.local.terminal.Terminal;
import io.planstream.local.terminal.TextTable;

/**
 * Runs statements and writes their results. For one thread.
 */
public final class SqlClient {

	private static final int FETCH = 1000;

	private final Connection connection;

	private final Terminal terminal;

	private final SqlStyle style;

	/**
	 * Makes a client.
	 * @param connection where to run
	 * @param terminal where to write
	 * @param style how to write
	 */
	public SqlClient(Connection connection, Terminal terminal, SqlStyle style) {
		this.connection = connection;
		this.terminal = terminal;
		this.style = style;
	}

	/**
	 * Runs one statement, or several separated by semicolons.
	 * @param sql the statements
	 * @throws SQLException with what the server says
	 */
	public void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.setFetchSize(FETCH);
			boolean rows = statement.execute(sql);
			int changed = statement.getUpdateCount();
			while (rows || changed >= 0) {
				if (rows) {
					showRows(statement);
				}
				else {
					showChange(changed);
				}
				rows = statement.getMoreResults();
				changed = statement.getUpdateCount();
			}
		}
	}

	private void showRows(Statement statement) throws SQLException {
		try (ResultSet result = statement.getResultSet()) {
			if (this.style.tabs()) {
				showTabs(result);
			}
			else {
				showFrame(result);
			}
		}
	}

	private void showTabs(ResultSet result) throws SQLException {
		if (this.style.header()) {
			this.terminal.line(String.join("\t", names(result)));
		}
		while (result.next()) {
			this.terminal.line(String.join("\t", values(result).stream().map(SqlClient::escape).toList()));
		}
	}

	private void showFrame(ResultSet result) throws SQLException {
		TextTable table = new TextTable(names(result));
		int rows = 0;
		while (result.next()) {
			table.row(values(result).stream().map(SqlClient::oneLine).toList());
			rows++;
		}
		if (rows > 0) {
			this.terminal.line(table.framed(this.style.header()));
		}
		if (this.style.header()) {
			this.terminal.line((rows == 0) ? "Empty set" : rows + ((rows == 1) ? " row" : " rows") + " in set");
		}
	}

	private void showChange(int changed) {
		if (!this.style.tabs()) {
			this.terminal.line("Query OK, " + changed + ((changed == 1) ? " row" : " rows") + " affected");
		}
	}

	private static List<String> names(ResultSet result) throws SQLException {
		ResultSetMetaData columns = result.getMetaData();
		List<String> names = new ArrayList<>();
		for (int column = 1; column <= columns.getColumnCount(); column++) {
			names.add(columns.getColumnLabel(column));
		}
		return names;
	}

	private static List<String> values(ResultSet result) throws SQLException {
		int count = result.getMetaData().getColumnCount();
		List<String> values = new ArrayList<>(count);
		for (int column = 1; column <= count; column++) {
			String value = text(result, column);
			values.add((value != null) ? value : "NULL");
		}
		return values;
	}

	/** Truth is a number to the server; its driver would make it "true" and "false". */
	private static String text(ResultSet result, int column) throws SQLException {
		int type = result.getMetaData().getColumnType(column);
		if (type == Types.BIT || type == Types.BOOLEAN) {
			int number = result.getInt(column);
			return result.wasNull() ? null : String.valueOf(number);
		}
		return result.getString(column);
	}

	private static String escape(String value) {
		return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\0", "\\0");
	}

	private static String oneLine(String value) {
		return value.replace('\n', ' ').replace('\r', ' ');
	}

}
