package io.planstream.consumer.start;

import java.util.Map;

import io.planstream.model.start.StartException;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Settings without which rows would be lost, or applied a hundred times slower.
 */
final class SettingsCheck {

	private SettingsCheck() {
	}

	/**
	 * Checks settings.
	 * @param jdbcUrl the database's address
	 * @param consumer settings of Kafka's consumer
	 * @param concurrency listener threads
	 * @param poolSize database connections
	 * @throws StartException if one of them is not as it has to be
	 */
	static void check(String jdbcUrl, Map<String, Object> consumer, int concurrency, int poolSize) {
		if (jdbcUrl == null || !jdbcUrl.contains("rewriteBatchedStatements=true")) {
			throw new StartException(
					"spring.datasource.url lacks rewriteBatchedStatements=true: every changed row would be a statement of its own",
					"Append rewriteBatchedStatements=true to the options of the URL.");
		}
		require(consumer, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
				"a partition without a position would be read from anywhere",
				"spring.kafka.consumer.auto-offset-reset=none");
		require(consumer, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
				"offsets are committed after records are applied, never before",
				"spring.kafka.consumer.enable-auto-commit=false");
		if (concurrency < 1 || concurrency > poolSize - 4) {
			throw new StartException(
					"planstream.consumer.concurrency is " + concurrency + " with " + poolSize
							+ " database connections; each listener needs one, and four are for other work",
					"Set it to a number from 1 on, and spring.datasource.hikari.maximum-pool-size to at least four more.");
		}
	}

	private static void require(Map<String, Object> consumer, String name, String value, String reason,
			String property) {
		if (!value.equals(String.valueOf(consumer.get(name)))) {
			throw new StartException("Kafka's " + name + " is " + consumer.get(name) + ", but " + reason,
					"Set " + property + ".");
		}
	}

}
