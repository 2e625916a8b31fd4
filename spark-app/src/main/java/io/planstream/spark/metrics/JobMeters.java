package io.planstream.spark.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.planstream.model.apply.Tally;
import io.planstream.spark.task.TaskReport;

/**
 * What the job counts. Counters of records, {@code planstream_apply_batch} (one
 * transaction) and the gauges of interruption and partitions have the names and the
 * meaning they have in consumer-app. Transactions are counted when the driver hears of
 * them: those of an executor that is lost before it reported are in the tables alone.
 * <p>
 * Only here: {@code planstream_spark_tasks} by executor, {@code planstream_spark_batch}
 * (one micro-batch), {@code planstream_spark_offsets_behind} (records that the partition
 * furthest behind has left). Thread-safe.
 */
public final class JobMeters {

	private final MeterRegistry registry;

	private final List<Counter> counters;

	private final Timer transaction;

	private final Timer batch;

	private final Map<String, Counter> tasks = new ConcurrentHashMap<>();

	private volatile double behind;

	/**
	 * Registers the meters.
	 * @param registry where
	 * @param state asked by gauges
	 */
	public JobMeters(MeterRegistry registry, JobState state) {
		this.registry = registry;
		// each dataset is there from the start: a rate over time needs the zero before
		// the first row
		this.counters = new Tally().counts().stream().map(this::counter).toList();
		this.transaction = timer("planstream.apply.batch", "One batch in one transaction");
		this.batch = timer("planstream.spark.batch", "One micro-batch, from planning to its end");
		Gauge.builder("planstream.consumption.interrupted", () -> state.isInterrupted() ? 1 : 0)
			.description("1 while records wait for the database or the broker")
			.register(registry);
		Gauge.builder("planstream.partitions.consumed", state::partitions)
			.description("Partitions that this process reads")
			.register(registry);
		Gauge.builder("planstream.spark.offsets.behind", () -> this.behind)
			.description("Records that the partition furthest behind has left")
			.register(registry);
	}

	/**
	 * Counts what a task reports.
	 * @param report the report
	 */
	public void applied(TaskReport report) {
		this.tasks.computeIfAbsent(report.executor(), this::ofExecutor).increment();
		for (TaskReport.Committed committed : report.transactions()) {
			List<Tally.Count> counts = committed.tally().counts();
			for (int i = 0; i < counts.size(); i++) {
				this.counters.get(i).increment(counts.get(i).value());
			}
			this.transaction.record(Duration.ofNanos(committed.nanos()));
		}
	}

	/**
	 * Counts a micro-batch that is done.
	 * @param took how long
	 * @param offsetsBehind records that the partition furthest behind has left
	 */
	void batch(Duration took, double offsetsBehind) {
		this.batch.record(took);
		this.behind = offsetsBehind;
	}

	private Counter counter(Tally.Count count) {
		Counter.Builder builder = Counter.builder(count.name()).description(count.description());
		return ((count.tag() != null) ? builder.tag(count.tag(), count.tagValue()) : builder).register(this.registry);
	}

	private Counter ofExecutor(String executor) {
		return Counter.builder("planstream.spark.tasks")
			.description("Tasks that reported")
			.tag("executor", executor)
			.register(this.registry);
	}

	private Timer timer(String name, String description) {
		return Timer.builder(name)
			.description(description)
			.publishPercentileHistogram()
			.minimumExpectedValue(Duration.ofMillis(5))
			.maximumExpectedValue(Duration.ofSeconds(30))
			.register(this.registry);
	}

}
