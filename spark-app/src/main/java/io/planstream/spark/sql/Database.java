package io.planstream.spark.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.planstream.model.apply.ApplyTables;
import io.planstream.model.apply.ApplyTransactions;
import io.planstream.model.apply.Outcome;

/**
 * Transactions on the tables, over connections that all tasks of a virtual machine share.
 * Thread-safe.
 */
public final class Database implements ApplyTransactions {

	private static final Map<DatabaseSettings, Database> SHARED = new ConcurrentHashMap<>();

	/** More threads than an executor has wait for each other. */
	private static final int CONNECTIONS = 64;

	/**
	 * A server frees the locks of a frozen holder after wait_timeout; no pooled
	 * connection lives that long, so none is found dead because of it.
	 */
	private static final String SESSION = "set session wait_timeout = 30, session innodb_lock_wait_timeout = 5";

	private static final long LIFETIME_MILLIS = 30_000;

	/** For so long nobody tries again what has just failed. */
	private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(2);

	private final HikariDataSource pool;

	private volatile Away away;

	private record Away(SQLException failure, long nanos) {
	}

	private Database(DatabaseSettings settings) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("spark-app");
		config.setJdbcUrl(settings.url());
		config.setUsername(settings.user());
		config.setPassword(settings.password());
		config.setMaximumPoolSize(CONNECTIONS);
		config.setMinimumIdle(0);
		config.setConnectionTimeout(3000);
		config.setValidationTimeout(2000);
		// waiting for the server is the application's affair, with messages
		config.setInitializationFailTimeout(-1);
		config.setConnectionInitSql(SESSION);
		config.setMaxLifetime(LIFETIME_MILLIS);
		config.setIdleTimeout(10_000);
		config.setKeepaliveTime(0);
		config.setAutoCommit(false);
		config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
		config.addDataSourceProperty("connectTimeout", "3000");
		// above any statement's time: a host that vanished without a word is an outage
		config.addDataSourceProperty("socketTimeout", "30000");
		config.addDataSourceProperty("tcpKeepAlive", "true");
		this.pool = new HikariDataSource(config);
	}

	/**
	 * The database as this virtual machine uses it; kept until it ends.
	 * @param settings where it is
	 * @return always the same for the same settings
	 */
	public static Database shared(DatabaseSettings settings) {
		return SHARED.computeIfAbsent(settings, Database::new);
	}

	@Override
	public Outcome run(Function<ApplyTables, Outcome> work) {
		return inTransaction((connection) -> work.apply(new JdbcTables(connection)));
	}

	/**
	 * Works in a transaction at READ COMMITTED.
	 * @throws DatabaseException if it is rolled back, or the commit was not answered
	 */
	<T> T inTransaction(SqlWork<T> work) {
		try (Connection connection = connect()) {
			boolean committed = false;
			try {
				T result = work.run(connection);
				connection.commit();
				committed = true;
				return result;
			}
			finally {
				if (!committed) {
					rollBack(connection);
				}
			}
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	/**
	 * A batch has a task for each partition, some dozens: if each waited in vain for a
	 * server that is away, it would take minutes until the driver hears of it.
	 */
	private Connection connect() throws SQLException {
		Away known = this.away;
		if (known != null && System.nanoTime() - known.nanos() < AWAY_NANOS) {
			throw new SQLTransientConnectionException(known.failure().getMessage(), known.failure().getSQLState(),
					known.failure());
		}
		try {
			Connection connection = this.pool.getConnection();
			this.away = null;
			return connection;
		}
		catch (SQLException ex) {
			this.away = new Away(ex, System.nanoTime());
			throw ex;
		}
	}

	/** What made it necessary is what has to be told. */
	private static void rollBack(Connection connection) {
		try {
			connection.rollback();
		}
		catch (SQLException ex) {
			// the connection is broken, and with it the transaction
			return;
		}
	}

}
