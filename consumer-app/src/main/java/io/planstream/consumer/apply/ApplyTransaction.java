package io.planstream.consumer.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.planstream.consumer.flow.BatchFlow;
import io.planstream.consumer.flow.Flows;
import io.planstream.consumer.metrics.Tally;
import io.planstream.consumer.position.ConsumerPosition;
import io.planstream.consumer.position.ConsumerPositionRepository;
import io.planstream.consumer.position.PartitionId;
import io.planstream.consumer.reject.DeadLetters;
import io.planstream.consumer.run.RunRepository;
import io.planstream.model.RunId;
import io.planstream.model.aggregate.Change;
import io.planstream.model.apply.PositionStep;
import io.planstream.model.apply.Watermark;
import io.planstream.model.apply.WatermarkKey;
import io.planstream.model.record.RecordDecoder;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies a batch in one transaction: positions, run locks, watermarks, aggregates, dead
 * letters, figures of the flow and positions again, all or nothing. Rows are locked in
 * the same order by every applier. Running it again with the same batch changes nothing,
 * whether the first time was committed or not. Thread-safe.
 */
@Component
class ApplyTransaction {

	private static final String TOMBSTONE = "DELETED";

	private final ConsumerPositionRepository positions;

	private final RunRepository runs;

	private final Watermarks watermarks;

	private final DatasetTotalRepository aggregates;

	private final DeadLetters deadLetters;

	private final Flows flows;

	private final TransactionTemplate transaction;

	ApplyTransaction(ConsumerPositionRepository positions, RunRepository runs, Watermarks watermarks,
			DatasetTotalRepository aggregates, DeadLetters deadLetters, Flows flows,
			PlatformTransactionManager transactions) {
		this.positions = positions;
		this.runs = runs;
		this.watermarks = watermarks;
		this.aggregates = aggregates;
		this.deadLetters = deadLetters;
		this.flows = flows;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
	}

	/**
	 * Applies a batch.
	 * @param batch the batch
	 * @return what became of it
	 * @throws RuntimeException if nothing of it is applied, or the commit was not
	 * answered
	 */
	Outcome apply(Batch batch) {
		return run(batch, null);
	}

	/**
	 * Moves past records that cannot be applied, keeping them as dead letters.
	 * @param batch the batch
	 * @param poison why it cannot be applied
	 * @return what became of it
	 */
	Outcome bury(Batch batch, Throwable poison) {
		return run(batch, poison);
	}

	private Outcome run(Batch batch, Throwable poison) {
		return this.transaction.execute((status) -> {
			SortedMap<PartitionId, ConsumerPosition> locked = lockPositions(batch);
			if (locked == null) {
				return new Outcome.PositionMoved();
			}
			Tally tally = new Tally();
			applyRecords(decode(batch, locked, tally), poison, tally);
			batch.parts().forEach((part) -> {
				ConsumerPosition position = locked.get(PartitionId.of(part.partition()));
				position.moveTo(Math.max(position.nextOffset(), part.to()));
			});
			return new Outcome.Applied(tally);
		});
	}

	/** Null if one of them is not where the batch follows on. */
	private SortedMap<PartitionId, ConsumerPosition> lockPositions(Batch batch) {
		SortedMap<PartitionId, ConsumerPosition> locked = new TreeMap<>();
		for (Batch.Part part : batch.parts()) {
			PartitionId id = PartitionId.of(part.partition());
			ConsumerPosition position = this.positions.lock(id.topic(), id.partition()).orElse(null);
			if (position == null || !position.topicId().equals(part.topicId())
					|| PositionStep.decide(position.nextOffset(), part.from(), part.to()) == PositionStep.SEEK) {
				return null;
			}
			locked.put(id, position);
		}
		return locked;
	}

	private static List<DecodedPart> decode(Batch batch, Map<PartitionId, ConsumerPosition> positions, Tally tally) {
		RecordDecoder decoder = new RecordDecoder();
		List<DecodedPart> decoded = new ArrayList<>();
		for (Batch.Part part : batch.parts()) {
			long position = positions.get(PartitionId.of(part.partition())).nextOffset();
			DecodedPart records = DecodedPart.decode(part, position, decoder);
			tally.beforePosition(part.records().size() - records.size());
			decoded.add(records);
		}
		return decoded;
	}

	private void applyRecords(List<DecodedPart> parts, Throwable poison, Tally tally) {
		Map<WatermarkKey, Watermark> locked = lockWatermarks(parts);
		BatchFlow flow = this.flows.begin();
		BatchFold fold = new BatchFold(tally, flow, poison);
		parts.forEach(fold::add);
		for (Change change : fold.changes()) {
			this.aggregates.execute(change);
		}
		this.deadLetters.keep(fold.deadLetters());
		this.watermarks.store(locked.values());
		this.flows.add(flow);
	}

	private Map<WatermarkKey, Watermark> lockWatermarks(List<DecodedPart> parts) {
		SortedSet<WatermarkKey> keys = new TreeSet<>();
		parts.forEach((part) -> part.streams().forEach((stream) -> keys.add(stream.key())));
		SortedSet<RunId> dead = keys.stream()
			.map(WatermarkKey::run)
			.distinct()
			.sorted()
			.filter((run) -> this.runs.lockShared(run.toString()).filter((state) -> !state.equals(TOMBSTONE)).isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
		keys.removeIf((key) -> dead.contains(key.run()));
		Map<WatermarkKey, Watermark> locked = this.watermarks.lock(keys);
		parts.forEach((part) -> part.streams().forEach((stream) -> stream.setWatermark(locked.get(stream.key()))));
		return locked;
	}

}
