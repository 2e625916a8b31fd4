package io.planstream.local.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.planstream.local.terminal.Problem;

/**
 * How to reach the local database. Thread-safe.
 *
 * @param url JDBC URL with the schema
 * @param user the account
 * @param password its password
 */
public record DatabaseLogin(String url, String user, String password) {

	/**
	 * Connects.
	 * @return a connection, to be closed
	 * @throws Problem if the server refuses or does not answer
	 */
	public Connection connect() {
		try {
			return DriverManager.getConnection(this.url + "&allowMultiQueries=true&connectTimeout=5000", this.user,
					this.password);
		}
		catch (SQLException ex) {
			throw new Problem("DATABASE_NOT_ANSWERING", "Cannot connect to the database: " + ex.getMessage(),
					"Look at ./planstream status; start what is down with ./planstream up.", ex);
		}
	}

	@Override
	public String toString() {
		return "DatabaseLogin[" + this.user + "]";
	}

}
