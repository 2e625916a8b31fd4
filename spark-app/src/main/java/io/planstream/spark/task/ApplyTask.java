package io.planstream.spark.task;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.planstream.model.apply.Applier;
import io.planstream.model.apply.ApplyWatcher;
import io.planstream.model.apply.Batch;
import io.planstream.model.apply.Outcome;
import io.planstream.model.apply.SourceRecords;
import io.planstream.model.apply.Tally;
import io.planstream.model.crash.CrashPoint;
import io.planstream.model.failure.Failure;
import io.planstream.model.reject.DeadLetters.Letter;
import io.planstream.spark.sql.Database;
import io.planstream.spark.sql.DatabaseSettings;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Applies the records of each partition of a batch in transactions of its own, on the
 * executor that read them. A task that runs again, after a failure or on another
 * executor, finds in the stored position what is done.
 */
public final class ApplyTask implements Function2<Integer, Iterator<InternalRow>, Iterator<TaskReport>> {

	/** The columns that rows consist of, in their order. */
	public static final List<String> COLUMNS = List.of("value", "offset", "timestamp");

	private static final long serialVersionUID = 1L;

	/** Rejects may be a hundred times as large as rows. */
	private static final long BYTES_PER_TRANSACTION = 32L * 1024 * 1024;

	private final DatabaseSettings database;

	private final int rowsPerTransaction;

	private final ArrayList<TopicRange> ranges;

	/**
	 * The tasks of a batch.
	 * @param database where the tables are
	 * @param rowsPerTransaction how many records are applied at once, which bounds memory
	 * @param ranges what each partition of the batch holds, by its index
	 */
	public ApplyTask(DatabaseSettings database, int rowsPerTransaction, List<TopicRange> ranges) {
		this.database = database;
		this.rowsPerTransaction = rowsPerTransaction;
		this.ranges = new ArrayList<>(ranges);
	}

	@Override
	public Iterator<TaskReport> call(Integer index, Iterator<InternalRow> rows) {
		return List.of(apply(this.ranges.get(index), rows)).iterator();
	}

	private TaskReport apply(TopicRange range, Iterator<InternalRow> rows) {
		Collector collector = new Collector();
		Applier applier = new Applier(Database.shared(this.database), Clock.systemUTC(), collector);
		for (long from = range.from(); from < range.to();) {
			SourceRecords records = next(rows);
			long to = rows.hasNext() ? records.offset(records.size() - 1) + 1 : range.to();
			Batch batch = new Batch(
					List.of(new Batch.Part(range.topic(), range.partition(), range.topicId(), from, to, records)));
			try {
				if (applier.apply(batch) instanceof Outcome.PositionMoved) {
					return collector.report(range, TaskReport.End.POSITION_MOVED, null);
				}
			}
			catch (RuntimeException ex) {
				return collector.report(range, TaskReport.End.INTERRUPTED, reason(ex));
			}
			CrashPoint.AFTER_COMMIT.reached();
			from = to;
		}
		return collector.report(range, TaskReport.End.APPLIED, null);
	}

	private SourceRecords next(Iterator<InternalRow> rows) {
		SourceRecords records = new SourceRecords();
		long bytes = 0;
		while (bytes < BYTES_PER_TRANSACTION && records.size() < this.rowsPerTransaction && rows.hasNext()) {
			InternalRow row = rows.next();
			byte[] value = row.isNullAt(0) ? null : row.getBinary(0);
			bytes += (value != null) ? value.length : 0;
			// Spark has microseconds; Kafka's -1 stands for none
			records.add(row.getLong(1), Math.floorDiv(row.getLong(2), 1000L), value);
		}
		return records;
	}

	private static String reason(Throwable failure) {
		Throwable root = Failure.root(failure);
		return root.getClass().getSimpleName() + ": " + Failure.firstLine(root);
	}

	/** Keeps what the driver is to be told. */
	private static final class Collector implements ApplyWatcher {

		private final ArrayList<TaskReport.Committed> transactions = new ArrayList<>();

		private final ArrayList<String> deadLetters = new ArrayList<>();

		@Override
		public void committed(Tally tally, Duration took) {
			this.transactions.add(new TaskReport.Committed(tally, took.toNanos()));
		}

		@Override
		public void buried(Letter letter) {
			this.deadLetters.add(letter + ": " + reason(letter.failure()));
		}

		TaskReport report(TopicRange range, TaskReport.End end, String reason) {
			return new TaskReport(SparkEnv.get().executorId(), range, this.transactions, this.deadLetters, end, reason);
		}

	}

}
