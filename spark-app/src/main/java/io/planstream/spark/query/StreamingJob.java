package io.planstream.spark.query;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import io.planstream.model.failure.Failure;
import io.planstream.model.start.StartException;
import io.planstream.spark.metrics.JobMeters;
import io.planstream.spark.metrics.JobState;
import io.planstream.spark.sql.DatabaseSettings;
import io.planstream.spark.sql.DriverTables;
import io.planstream.spark.start.Preparation;
import io.planstream.spark.start.Topics;
import io.planstream.spark.task.ApplyTask;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the query until it is stopped. A query that fails is begun anew from the stored
 * positions, without its checkpoint. One thread runs it, any thread may stop it.
 */
public final class StreamingJob {

	private static final Logger logger = LoggerFactory.getLogger(StreamingJob.class);

	private static final long LONGEST_DELAY_SECONDS = 10;

	private static final long TOPIC_CHECK_MILLIS = 5000;

	private final SparkSession session;

	private final QuerySettings settings;

	private final Topics topics;

	private final Preparation preparation;

	private final BatchApplication application;

	private final JobState state;

	private final Checkpoint checkpoint;

	private volatile boolean stopped;

	private volatile StreamingQuery query;

	/**
	 * Makes a job.
	 * @param session the session it runs in
	 * @param settings how to read
	 * @param database where to write
	 * @param tables the tables, for the driver
	 * @param topics the topics, for the driver
	 * @param preparation finds where to begin
	 * @param meters counts
	 * @param state is told how it goes
	 */
	public StreamingJob(SparkSession session, QuerySettings settings, DatabaseSettings database, DriverTables tables,
			Topics topics, Preparation preparation, JobMeters meters, JobState state) {
		this.session = session;
		this.settings = settings;
		this.topics = topics;
		this.preparation = preparation;
		this.application = new BatchApplication(topics, tables, meters, state, database, settings.rowsPerTransaction());
		this.state = state;
		this.checkpoint = new Checkpoint(settings.checkpoint(), session.sparkContext().hadoopConfiguration());
	}

	/**
	 * Reads and applies until the job is stopped.
	 * @throws StartException if records that were not applied are gone
	 * @throws InterruptedException if the thread is interrupted
	 */
	public void run() throws InterruptedException {
		long delay = 0;
		while (!this.stopped) {
			TimeUnit.SECONDS.sleep(delay);
			long begun = System.nanoTime();
			try {
				await(begin(), this.topics.ids());
				return;
			}
			catch (StartException ex) {
				throw ex;
			}
			catch (StreamingQueryException | TimeoutException | RuntimeException ex) {
				if (!this.stopped) {
					failed(ex);
				}
			}
			boolean soon = System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(30);
			delay = soon ? Math.min(Math.max(1, delay * 2), LONGEST_DELAY_SECONDS) : 1;
		}
	}

	/**
	 * Returns when the query was stopped. A topic that is made again may hold as many
	 * records as the one before, and then Spark would see nothing new.
	 */
	private void await(StreamingQuery running, Map<String, String> topicIds)
			throws StreamingQueryException, TimeoutException {
		while (!running.awaitTermination(TOPIC_CHECK_MILLIS)) {
			if (areMadeAgain(topicIds)) {
				running.stop();
				throw new IllegalStateException("A topic was deleted and made again");
			}
		}
	}

	private boolean areMadeAgain(Map<String, String> topicIds) {
		try {
			return !this.topics.ids().equals(topicIds);
		}
		catch (IllegalStateException ex) {
			// a broker that does not answer, or a topic that is not there, is no other
			// topic
			return false;
		}
	}

	/** Stops the query; what is not committed is rolled back and read again next time. */
	public void stop() {
		this.stopped = true;
		StreamingQuery running = this.query;
		if (running != null) {
			try {
				running.stop();
			}
			catch (TimeoutException ex) {
				logger.warn("The query does not stop in time: {}", ex.getMessage());
			}
		}
	}

	private void failed(Exception failure) {
		Throwable root = failure;
		while (root.getCause() != null && !(root instanceof PositionMovedException)) {
			root = root.getCause();
		}
		String reason = root.getClass().getSimpleName() + ": " + Failure.firstLine(root);
		this.state.interrupted(reason);
		logger.debug("The query has failed", failure);
		this.checkpoint.remove();
	}

	private StreamingQuery begin() throws TimeoutException {
		Map<String, Map<Integer, Long>> starts = this.preparation.starts();
		StreamingQuery begun = reader(starts).load()
			.select(ApplyTask.COLUMNS.stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new))
			.writeStream()
			.queryName("planstream")
			.foreachBatch(this.application)
			.trigger(Trigger.ProcessingTime(this.settings.trigger().toMillis()))
			.option("checkpointLocation", this.settings.checkpoint())
			.start();
		this.query = begun;
		if (this.stopped) {
			begun.stop();
		}
		this.state.reading(starts.values().stream().mapToInt(Map::size).sum());
		// database and broker have answered; no batch comes while nothing is published
		this.state.continued();
		return begun;
	}

	private DataStreamReader reader(Map<String, Map<Integer, Long>> starts) {
		DataStreamReader reader = this.session.readStream()
			.format("kafka")
			.option("kafka.bootstrap.servers", this.settings.bootstrapServers())
			.option("subscribe", String.join(",", starts.keySet()))
			.option("startingOffsets", json(starts))
			.option("failOnDataLoss", true)
			.option("maxOffsetsPerTrigger", this.settings.maxOffsets())
			.option("kafka.max.poll.records", 20_000)
			.option("kafka.receive.buffer.bytes", 1_048_576)
			.option("kafka.max.partition.fetch.bytes", 4_194_304);
		return (this.settings.minOffsets() == 0) ? reader
				: reader.option("minOffsetsPerTrigger", this.settings.minOffsets())
					.option("maxTriggerDelay", this.settings.maxTriggerDelay().toMillis() + "ms");
	}

	/** Names of topics have no character that would have to be escaped. */
	private static String json(Map<String, Map<Integer, Long>> starts) {
		return starts.entrySet()
			.stream()
			.map((topic) -> "\"" + topic.getKey() + "\":"
					+ topic.getValue()
						.entrySet()
						.stream()
						.map((partition) -> "\"" + partition.getKey() + "\":" + partition.getValue())
						.collect(Collectors.joining(",", "{", "}")))
			.collect(Collectors.joining(",", "{", "}"));
	}

}
