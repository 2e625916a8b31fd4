package io.planstream.consumer.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import io.planstream.model.RunId;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.record.Partitions;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.record.RecordEncoder;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.plan.PlanRow;
import io.planstream.model.rate.RateRow;
import io.planstream.model.row.Row;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes the records of one run, with sequences as ingest-app gives them.
 */
public final class Publisher implements AutoCloseable {

	/** What rates borrow from their plan. */
	public static final PlanFacts SILVER = new PlanFacts("Silver", "HMO", "Individual", "Medical");

	private final RecordEncoder encoder = new RecordEncoder();

	private final KafkaProducer<byte[], byte[]> producer;

	private final RunId run;

	private final int partitions;

	private final Map<String, Long> sequences = new HashMap<>();

	private final List<Future<RecordMetadata>> sent = new ArrayList<>();

	private long line = 1;

	private Long timestamp;

	public Publisher(String bootstrapServers, RunId run, int partitions) {
		this.producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", bootstrapServers, "compression.type", "lz4", "linger.ms", 5),
				new ByteArraySerializer(), new ByteArraySerializer());
		this.run = run;
		this.partitions = partitions;
	}

	public RunId run() {
		return this.run;
	}

	/**
	 * Sets the timestamp of what is sent from now on; at first it is the producer's
	 * clock.
	 */
	public void publishAt(Instant moment) {
		this.timestamp = moment.toEpochMilli();
	}

	/** A rate with the next sequence of its slice and partition. */
	public void rate(int slice, RateRow row) {
		int partition = partition(row.businessYear(), row.stateCode());
		rate(slice, partition, next(Dataset.RATE.topic(), slice, partition), row);
	}

	/** A rate with a sequence of the caller's choice. */
	public void rate(int slice, int partition, long sequence, RateRow row) {
		this.line++;
		send(Dataset.RATE.topic(), partition, this.encoder.row(from(slice), sequence, this.line, row));
	}

	public void plan(int slice, PlanRow row) {
		row(slice, row);
	}

	/** A row of any dataset with the next sequence of its slice and partition. */
	public void row(int slice, Row row) {
		String topic = row.dataset().topic();
		int partition = partition(row.businessYear(), row.stateCode());
		long sequence = next(topic, slice, partition);
		send(topic, partition, this.encoder.row(from(slice), sequence, this.line++, row));
	}

	public void reject(int slice, int partition, Problem problem, PublishedRecord.RawText raw) {
		long sequence = next(Dataset.REJECT_TOPIC, slice, partition);
		send(Dataset.REJECT_TOPIC, partition,
				this.encoder.reject(from(slice), sequence, this.line++, Dataset.RATE, problem, raw));
	}

	public void endOfSlice(String topic, int slice) {
		for (int partition = 0; partition < this.partitions; partition++) {
			send(topic, partition, this.encoder.endOfSlice(from(slice), next(topic, slice, partition), this.line));
		}
	}

	public void send(String topic, int partition, byte[] value) {
		this.sent.add(this.producer.send(new ProducerRecord<>(topic, partition, this.timestamp, null, value)));
	}

	/** Returns when the broker has everything. */
	public void flush() {
		try {
			for (Future<RecordMetadata> each : this.sent) {
				each.get();
			}
			this.sent.clear();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	public int partition(int businessYear, String stateCode) {
		return Partitions.of(Partitions.key(businessYear, stateCode), this.partitions);
	}

	private Provenance from(int slice) {
		return new Provenance(this.run, slice, 1);
	}

	private long next(String topic, int slice, int partition) {
		return this.sequences.merge(topic + "/" + slice + "/" + partition, 0L, (last, none) -> last + 1);
	}

	@Override
	public void close() {
		flush();
		this.producer.close();
	}

}
