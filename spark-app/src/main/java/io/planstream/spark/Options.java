package io.planstream.spark;

import java.net.InetSocketAddress;
import java.time.Duration;

import io.planstream.model.start.StartException;
import io.planstream.spark.metrics.MetricsAccess;
import io.planstream.spark.query.QuerySettings;
import io.planstream.spark.sql.DatabaseSettings;
import picocli.CommandLine.Option;

/**
 * How the job is set up. Every option can be given by the environment instead; the
 * password only so, because other users of a machine can read command lines.
 */
final class Options {

	private static final String PASSWORD = "PLANSTREAM_JDBC_PASSWORD";

	@Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT,...",
			defaultValue = "${env:PLANSTREAM_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
			description = "Kafka's brokers (PLANSTREAM_BOOTSTRAP_SERVERS, default 127.0.0.1:9092).")
	private String bootstrapServers;

	@Option(names = "--jdbc-url", paramLabel = "URL", defaultValue = "${env:PLANSTREAM_JDBC_URL}",
			description = "The database, with rewriteBatchedStatements=true (PLANSTREAM_JDBC_URL). "
					+ "The password is taken from " + PASSWORD + ".")
	private String jdbcUrl;

	@Option(names = "--jdbc-user", paramLabel = "NAME",
			defaultValue = "${env:PLANSTREAM_JDBC_USER:-planstream_consumer}",
			description = "Its account (PLANSTREAM_JDBC_USER, default planstream_consumer).")
	private String jdbcUser;

	@Option(names = "--checkpoint", paramLabel = "DIR", defaultValue = "${env:PLANSTREAM_CHECKPOINT}",
			description = "Folder of Spark's checkpoint, on any file system of Hadoop that all nodes reach "
					+ "(PLANSTREAM_CHECKPOINT). It may be lost: positions are kept in the database.")
	private String checkpoint;

	@Option(names = "--trigger-millis", paramLabel = "N", defaultValue = "${env:PLANSTREAM_TRIGGER_MILLIS:-500}",
			description = "Least time from the begin of one batch to that of the next "
					+ "(PLANSTREAM_TRIGGER_MILLIS, default 500).")
	private long triggerMillis;

	@Option(names = "--max-offsets-per-trigger", paramLabel = "N",
			defaultValue = "${env:PLANSTREAM_MAX_OFFSETS_PER_TRIGGER:-400000}",
			description = "Most records of a batch, over all partitions (PLANSTREAM_MAX_OFFSETS_PER_TRIGGER, "
					+ "default 400000): what is published faster waits in Kafka.")
	private long maxOffsets;

	@Option(names = "--min-offsets-per-trigger", paramLabel = "N",
			defaultValue = "${env:PLANSTREAM_MIN_OFFSETS_PER_TRIGGER:-0}",
			description = "A batch waits for so many records (PLANSTREAM_MIN_OFFSETS_PER_TRIGGER, default 0) ...")
	private long minOffsets;

	@Option(names = "--max-trigger-delay-millis", paramLabel = "N",
			defaultValue = "${env:PLANSTREAM_MAX_TRIGGER_DELAY_MILLIS:-2000}",
			description = "... but not longer than this (PLANSTREAM_MAX_TRIGGER_DELAY_MILLIS, default 2000).")
	private long maxTriggerDelayMillis;

	@Option(names = "--rows-per-transaction", paramLabel = "N",
			defaultValue = "${env:PLANSTREAM_ROWS_PER_TRANSACTION:-50000}",
			description = "Most records applied in one transaction, which bounds the memory of a task "
					+ "(PLANSTREAM_ROWS_PER_TRANSACTION, default 50000).")
	private int rowsPerTransaction;

	@Option(names = "--percentile-millis", paramLabel = "N", defaultValue = "${env:PLANSTREAM_PERCENTILE_MILLIS:-500}",
			description = "How soon percentiles follow (PLANSTREAM_PERCENTILE_MILLIS, default 500).")
	private long percentileMillis;

	@Option(names = "--flow-kept-days", paramLabel = "N", defaultValue = "${env:PLANSTREAM_FLOW_KEPT_DAYS:-7}",
			description = "How long figures of the flow are kept (PLANSTREAM_FLOW_KEPT_DAYS, default 7).")
	private int flowKeptDays;

	@Option(names = "--wait-seconds", paramLabel = "N", defaultValue = "${env:PLANSTREAM_WAIT_SECONDS:-120}",
			description = "How long the start waits for schema and topics (PLANSTREAM_WAIT_SECONDS, default 120).")
	private int waitSeconds;

	@Option(names = "--http-address", paramLabel = "HOST", defaultValue = "${env:PLANSTREAM_HTTP_ADDRESS:-127.0.0.1}",
			description = "Where health and metrics are shown (PLANSTREAM_HTTP_ADDRESS, default 127.0.0.1) ...")
	private String httpAddress;

	@Option(names = "--http-port", paramLabel = "N", defaultValue = "${env:PLANSTREAM_HTTP_PORT:-8081}",
			description = "... and on which port (PLANSTREAM_HTTP_PORT, default 8081).")
	private int httpPort;

	@Option(names = "--metrics-token-sha256", paramLabel = "HEX",
			defaultValue = "${env:" + MetricsAccess.VARIABLE + "}",
			description = "SHA-256 of the token that metrics are shown for (" + MetricsAccess.VARIABLE
					+ "); needed when --http-address is not of this machine only.")
	private String metricsTokenSha256;

	DatabaseSettings database() {
		require(this.jdbcUrl, "--jdbc-url");
		if (!this.jdbcUrl.contains("rewriteBatchedStatements=true")) {
			throw new StartException(
					"--jdbc-url lacks rewriteBatchedStatements=true: every changed row would be a statement of its own",
					"Append rewriteBatchedStatements=true to the options of the URL.");
		}
		String password = System.getenv(PASSWORD);
		if (password == null) {
			throw new StartException("The environment has no " + PASSWORD,
					"Set it to the password of " + this.jdbcUser + ".");
		}
		return new DatabaseSettings(this.jdbcUrl, this.jdbcUser, password);
	}

	QuerySettings query() {
		require(this.checkpoint, "--checkpoint");
		requirePositive(this.maxOffsets, "--max-offsets-per-trigger");
		requirePositive(this.rowsPerTransaction, "--rows-per-transaction");
		requirePositive(this.percentileMillis, "--percentile-millis");
		return new QuerySettings(this.bootstrapServers, this.checkpoint, Duration.ofMillis(this.triggerMillis),
				this.maxOffsets, this.minOffsets, Duration.ofMillis(this.maxTriggerDelayMillis),
				this.rowsPerTransaction);
	}

	Duration percentileInterval() {
		return Duration.ofMillis(this.percentileMillis);
	}

	Duration flowKept() {
		return Duration.ofDays(this.flowKeptDays);
	}

	Duration startLimit() {
		return Duration.ofSeconds(this.waitSeconds);
	}

	InetSocketAddress pages() {
		return new InetSocketAddress(this.httpAddress, this.httpPort);
	}

	MetricsAccess metricsAccess() {
		return MetricsAccess.of(pages(), this.metricsTokenSha256);
	}

	private static void require(String value, String option) {
		if (value == null || value.isBlank()) {
			throw new StartException(option + " is not given",
					"Give it, or see --help for its name in the environment.");
		}
	}

	private static void requirePositive(long value, String option) {
		if (value < 1) {
			throw new StartException(option + " is " + value, "Give a number from 1 on.");
		}
	}

}
