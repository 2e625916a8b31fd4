package io.planstream.model.flow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.planstream.model.aggregate.AggregateTable;
import io.planstream.model.aggregate.Change;
import io.planstream.model.aggregate.Deltas;
import io.planstream.model.aggregate.Key;
import io.planstream.model.aggregate.Measure;
import io.planstream.model.dataset.Dataset;

/**
 * The figures of one batch. The moment of application is known last, so moments of
 * publication are summed up and become delays in the end. For one thread.
 */
public final class BatchFlow {

	private static final AggregateTable TABLE = new AggregateTable("flow",
			List.of("second", "dataset", "topic", "partition"), List.of(Measure.sum("rows_applied"),
					Measure.sum("rows_rejected"), Measure.sum("delay_millis"), Measure.max("max_delay_millis")));

	private static final Dataset[] DATASETS = Dataset.values();

	private final long begun;

	private final List<OfPartition> partitions = new ArrayList<>();

	/**
	 * Figures of nothing.
	 * @param begun when work on the batch began
	 */
	public BatchFlow(Instant begun) {
		this.begun = begun.toEpochMilli();
	}

	/**
	 * The figures of a partition of the batch.
	 * @param topic its topic
	 * @param partition its number
	 * @return to be counted in; asked for once a batch
	 */
	public OfPartition partition(String topic, int partition) {
		OfPartition figures = new OfPartition(topic, partition);
		this.partitions.add(figures);
		return figures;
	}

	/**
	 * What adds the figures of a batch.
	 * @param moment when it is applied
	 * @return the change
	 */
	public Change appliedAt(Instant moment) {
		// a clock that was set back makes no delay negative
		long applied = Math.max(this.begun, moment.toEpochMilli());
		LocalDateTime second = LocalDateTime.ofInstant(Instant.ofEpochMilli(applied), ZoneOffset.UTC)
			.truncatedTo(ChronoUnit.SECONDS);
		Deltas deltas = new Deltas(TABLE);
		Key key = new Key(TABLE.keys().size()).set(0, second);
		this.partitions.forEach((each) -> each.addTo(deltas, key, applied));
		return deltas.toChange();
	}

	/**
	 * The figures of one partition. For one thread.
	 */
	public final class OfPartition {

		private final String topic;

		private final int partition;

		private final Figures[] byDataset = new Figures[DATASETS.length];

		private OfPartition(String topic, int partition) {
			this.topic = topic;
			this.partition = partition;
		}

		/**
		 * Counts a row that is applied.
		 * @param dataset its dataset
		 * @param timestamp when it was published, as Kafka has it; none if negative
		 */
		public void applied(Dataset dataset, long timestamp) {
			Figures figures = of(dataset);
			figures.rowsApplied++;
			figures.published(timestamp);
		}

		/**
		 * Counts a row that is kept as a reject.
		 * @param dataset the dataset of its file
		 * @param timestamp when it was published, as Kafka has it; none if negative
		 */
		public void rejected(Dataset dataset, long timestamp) {
			Figures figures = of(dataset);
			figures.rowsRejected++;
			figures.published(timestamp);
		}

		private Figures of(Dataset dataset) {
			Figures figures = this.byDataset[dataset.ordinal()];
			if (figures == null) {
				figures = new Figures();
				this.byDataset[dataset.ordinal()] = figures;
			}
			return figures;
		}

		private void addTo(Deltas deltas, Key key, long applied) {
			for (Dataset dataset : DATASETS) {
				Figures figures = this.byDataset[dataset.ordinal()];
				if (figures != null) {
					key.set(1, dataset.id()).set(2, this.topic).set(3, this.partition);
					figures.addTo(deltas.at(key), applied);
				}
			}
		}

	}

	private final class Figures {

		private long rowsApplied;

		private long rowsRejected;

		private long publishedSum;

		private long firstPublished = Long.MAX_VALUE;

		/**
		 * The clock of who published may be ahead: nothing is published later than now.
		 */
		void published(long timestamp) {
			long published = (timestamp < 0) ? BatchFlow.this.begun : Math.min(timestamp, BatchFlow.this.begun);
			this.publishedSum += published;
			this.firstPublished = Math.min(this.firstPublished, published);
		}

		void addTo(long[] numbers, long applied) {
			numbers[0] += this.rowsApplied;
			numbers[1] += this.rowsRejected;
			numbers[2] += (this.rowsApplied + this.rowsRejected) * applied - this.publishedSum;
			numbers[3] = Math.max(numbers[3], applied - this.firstPublished);
		}

	}

}
