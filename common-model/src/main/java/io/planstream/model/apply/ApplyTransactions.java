package io.planstream.model.apply;

import java.util.function.Function;

/**
 * Transactions at READ COMMITTED on the tables. Thread-safe.
 */
@FunctionalInterface
public interface ApplyTransactions {

	/**
	 * Does work in a transaction.
	 * @param work what to do
	 * @return what it returns, once that is committed
	 * @throws RuntimeException if it is rolled back, or the commit was not answered; the
	 * causes lead to the server's {@link java.sql.SQLException}
	 */
	Outcome run(Function<ApplyTables, Outcome> work);

}
