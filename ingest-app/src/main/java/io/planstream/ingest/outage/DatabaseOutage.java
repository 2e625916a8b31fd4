package io.planstream.ingest.outage;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import io.planstream.model.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Waits while the database is away. Thread-safe.
 */
public final class DatabaseOutage {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseOutage.class);

	private DatabaseOutage() {
	}

	/**
	 * Does some work on the database, again and again while that is not possible. The
	 * work must bear repetition: a commit whose answer was lost has happened.
	 * @param halt ends the waiting
	 * @param what the work, for the log
	 * @param work a transaction of its own
	 * @param <T> what the work gives
	 * @return what the work gave, or empty if halted before
	 */
	public static <T> Optional<T> waitOut(Halt halt, String what, Supplier<T> work) {
		Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
		boolean waited = false;
		while (true) {
			try {
				T result = work.get();
				if (waited) {
					logger.info("The database is back: {} goes on", what);
				}
				return Optional.of(result);
			}
			catch (DataAccessException | TransactionException ex) {
				if (!isOutage(ex)) {
					throw ex;
				}
				if (!waited) {
					logger.warn("{} waits for the database: {}", what, Failure.root(ex).getMessage());
				}
				waited = true;
				if (halt.pause(backoff.next())) {
					return Optional.empty();
				}
			}
		}
	}

	/**
	 * Whether trying again can help: connections that fail, lock waits, deadlocks.
	 * @param ex what a statement or a transaction threw
	 * @return false for what will fail again, a mistake in the statement for example
	 */
	public static boolean isOutage(RuntimeException ex) {
		if (ex instanceof CannotCreateTransactionException || ex instanceof TransactionSystemException) {
			return true;
		}
		if (ex instanceof DataAccessResourceFailureException) {
			return true;
		}
		return ex instanceof DataAccessException && !(ex instanceof NonTransientDataAccessException);
	}

}
