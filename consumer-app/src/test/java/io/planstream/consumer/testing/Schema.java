package io.planstream.consumer.testing;

import java.util.Map;

import io.planstream.testsupport.server.TestDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A schema with all tables.
 */
public interface Schema extends AutoCloseable {

	/** On the server that all tests share. */
	static Schema shared() {
		return new Schema() {

			private final TestDatabase database = TestDatabase.create();

			@Override
			public Map<String, String> consumerProperties() {
				return this.database.consumerProperties();
			}

			@Override
			public JdbcTemplate root() {
				return this.database.root();
			}

			@Override
			public void close() {
				this.database.close();
			}

		};
	}

	Map<String, String> consumerProperties();

	JdbcTemplate root();

	@Override
	void close();

}
