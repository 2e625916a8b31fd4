package io.planstream.spark.sql;

import java.io.Serializable;

/**
 * Where the tables are. It travels with the tasks to the executors, and is shown nowhere.
 *
 * @param url JDBC address, with {@code rewriteBatchedStatements=true}
 * @param user account of the consumer
 * @param password its password
 */
public record DatabaseSettings(String url, String user, String password) implements Serializable {

	@Override
	public String toString() {
		return this.user + " at " + this.url;
	}

}
