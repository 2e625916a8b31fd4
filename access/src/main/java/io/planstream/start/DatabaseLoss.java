package io.planstream.start;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import io.planstream.model.start.StartException;

/**
 * Tells a database that went away from one that refuses, and from all else that ends a
 * start.
 */
public final class DatabaseLoss {

	/** SQL states of connections. */
	private static final String CONNECTION = "08";

	/** SQL states of refused accounts. */
	private static final String REFUSED = "28";

	/** Hibernate says no more when it could not ask the server what it is. */
	static final String NOBODY_TO_ASK = "Unable to determine Dialect without JDBC metadata";

	private DatabaseLoss() {
	}

	static boolean under(Throwable failure) {
		return causes(failure).anyMatch(DatabaseLoss::isLoss) && !isRefusal(failure)
				&& causes(failure).noneMatch(StartException.class::isInstance);
	}

	/**
	 * Whether the database answers and does not let the account in: waiting does not
	 * help.
	 * @param failure as it arrived, wrapped or not
	 * @return true if one of its causes says so
	 */
	public static boolean isRefusal(Throwable failure) {
		return causes(failure).anyMatch((cause) -> hasState(cause, REFUSED));
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause);
	}

	private static boolean isLoss(Throwable cause) {
		return cause instanceof SQLRecoverableException || cause instanceof SQLTransientConnectionException
				|| hasState(cause, CONNECTION)
				|| (cause.getMessage() != null && cause.getMessage().startsWith(NOBODY_TO_ASK));
	}

	private static boolean hasState(Throwable cause, String states) {
		return cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith(states);
	}

}
