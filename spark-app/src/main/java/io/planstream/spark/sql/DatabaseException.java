package io.planstream.spark.sql;

import java.sql.SQLException;

/**
 * What the database server or the way to it says; the cause tells which kind of failure
 * it is.
 */
public final class DatabaseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	DatabaseException(SQLException cause) {
		super(cause.getMessage(), cause);
	}

}
