package io.planstream.local.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;

import io.planstream.local.terminal.Terminal;

/**
 * Reads statements line by line up to a semicolon at a line's end. For one thread.
 */
public final class SqlPrompt {

	private final SqlClient client;

	private final BufferedReader input;

	private final Terminal terminal;

	private final boolean typed;

	/**
	 * Makes a prompt.
	 * @param client runs the statements
	 * @param input what is typed
	 * @param terminal where prompts and errors are shown
	 * @param typed whether a person types: then prompts are shown, and an error does not
	 * end the session
	 */
	public SqlPrompt(SqlClient client, BufferedReader input, Terminal terminal, boolean typed) {
		this.client = client;
		this.input = input;
		this.terminal = terminal;
		this.typed = typed;
	}

	/**
	 * Runs what is typed until {@code quit}, {@code exit} or the end of the input.
	 * @throws SQLException if a statement of a script fails
	 */
	public void run() throws SQLException {
		StringBuilder statement = new StringBuilder();
		String line = next(statement);
		while (line != null && !isEnd(line, statement)) {
			statement.append(line).append('\n');
			if (line.stripTrailing().endsWith(";")) {
				execute(statement.toString());
				statement.setLength(0);
			}
			line = next(statement);
		}
		if (!statement.toString().isBlank()) {
			execute(statement.toString());
		}
	}

	private void execute(String sql) throws SQLException {
		try {
			this.client.execute(sql);
		}
		catch (SQLException ex) {
			if (!this.typed) {
				throw ex;
			}
			this.terminal.line("ERROR " + ex.getErrorCode() + " (" + ex.getSQLState() + "): " + ex.getMessage());
		}
	}

	private String next(StringBuilder begun) {
		if (this.typed) {
			this.terminal.prompt(begun.isEmpty() ? "planstream> " : "        -> ");
		}
		try {
			return this.input.readLine();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isEnd(String line, StringBuilder begun) {
		String word = line.strip().toLowerCase(Locale.ROOT).replace(";", "");
		return begun.isEmpty() && (word.equals("quit") || word.equals("exit") || word.equals("\\q"));
	}

}
