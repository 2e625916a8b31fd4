package io.planstream.spark.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.planstream.spark.metrics.JobMeters;
import io.planstream.spark.metrics.JobState;
import io.planstream.spark.sql.DatabaseException;
import io.planstream.spark.sql.DatabaseSettings;
import io.planstream.spark.sql.DriverTables;
import io.planstream.spark.start.Topics;
import io.planstream.spark.task.ApplyTask;
import io.planstream.spark.task.TaskReport;
import io.planstream.spark.task.TopicRange;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies a micro-batch on the executors, each partition of a topic in transactions of
 * its own. While the database does not answer, it waits and runs the batch again: the
 * stored positions tell the executors what is done.
 */
final class BatchApplication implements VoidFunction2<Dataset<Row>, Long> {

	/** The group under which the lag is shown, whatever the engine. */
	private static final String GROUP = "planstream-consumer";

	private static final Logger logger = LoggerFactory.getLogger(BatchApplication.class);

	private static final long serialVersionUID = 1L;

	private static final long FIRST_DELAY_MILLIS = 100;

	private static final long LONGEST_DELAY_MILLIS = 2000;

	private final transient Topics topics;

	private final transient DriverTables tables;

	private final transient JobMeters meters;

	private final transient JobState state;

	private final DatabaseSettings database;

	private final int rowsPerTransaction;

	BatchApplication(Topics topics, DriverTables tables, JobMeters meters, JobState state, DatabaseSettings database,
			int rowsPerTransaction) {
		this.topics = topics;
		this.tables = tables;
		this.meters = meters;
		this.state = state;
		this.database = database;
		this.rowsPerTransaction = rowsPerTransaction;
	}

	@Override
	public void call(Dataset<Row> batch, Long number) throws InterruptedException {
		JavaRDD<InternalRow> rows = batch.queryExecution().toRdd().toJavaRDD();
		List<TopicRange> ranges = KafkaRanges.of(rows.rdd(), this.topics.ids());
		if (ranges.isEmpty()) {
			return;
		}
		ApplyTask task = new ApplyTask(this.database, this.rowsPerTransaction, ranges);
		long delay = FIRST_DELAY_MILLIS;
		for (Optional<String> interruption = apply(rows, task); interruption
			.isPresent(); interruption = apply(rows, task)) {
			this.state.interrupted(interruption.get());
			awaitDatabase(delay);
			delay = Math.min(delay * 2, LONGEST_DELAY_MILLIS);
		}
		this.state.continued();
		tellKafka(ranges);
	}

	private void tellKafka(List<TopicRange> ranges) {
		Map<TopicPartition, Long> offsets = new HashMap<>();
		ranges.forEach((range) -> offsets.put(new TopicPartition(range.topic(), range.partition()), range.to()));
		this.topics.tell(GROUP, offsets);
	}

	/** Empty if everything is applied, else why not. */
	private Optional<String> apply(JavaRDD<InternalRow> rows, ApplyTask task) {
		List<TaskReport> reports = rows.mapPartitionsWithIndex(task, true).collect();
		for (TaskReport report : reports) {
			this.meters.applied(report);
			report.deadLetters().forEach(logger::error);
		}
		for (TaskReport report : reports) {
			if (report.outcome() == TaskReport.End.POSITION_MOVED) {
				throw new PositionMovedException("The stored position of " + report.range().topic() + "-"
						+ report.range().partition() + " is before " + report.range().from()
						+ ", where this query reads on, or belongs to another topic of that name");
			}
		}
		return reports.stream()
			.filter((report) -> report.outcome() == TaskReport.End.INTERRUPTED)
			.map(TaskReport::reason)
			.findFirst();
	}

	/** Records are not read again before there is somewhere to put them. */
	private void awaitDatabase(long delay) throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(delay);
		while (true) {
			try {
				this.tables.probe();
				return;
			}
			catch (DatabaseException ex) {
				TimeUnit.MILLISECONDS.sleep(LONGEST_DELAY_MILLIS / 4);
			}
		}
	}

}
