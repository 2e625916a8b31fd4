package io.planstream.model.apply;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.planstream.model.ContractVersion;
import io.planstream.model.RunId;
import io.planstream.model.crash.CrashPoint;
import io.planstream.model.flow.BatchFlow;
import io.planstream.model.position.StoredPosition;
import io.planstream.model.record.RecordDecoder;
import io.planstream.model.reject.DeadLetters;

/**
 * Applies a batch in one transaction: positions, run locks, watermarks, aggregates, dead
 * letters, figures of the flow and positions again, all or nothing. Rows are locked in
 * the same order by every applier. Running it again with the same batch changes nothing,
 * whether the first time was committed or not. For one thread and one attempt.
 */
final class ApplyTransaction {

	private final Batch batch;

	private final Throwable poison;

	private final Clock clock;

	private List<DeadLetters.Letter> buried = List.of();

	/**
	 * An attempt.
	 * @param batch the batch
	 * @param poison if not null, why its records cannot be applied: they are moved past
	 * and kept as dead letters
	 * @param clock tells when it is applied
	 */
	ApplyTransaction(Batch batch, Throwable poison, Clock clock) {
		this.batch = batch;
		this.poison = poison;
		this.clock = clock;
	}

	/** What became dead letters. */
	List<DeadLetters.Letter> buried() {
		return this.buried;
	}

	Outcome run(ApplyTables tables) {
		SortedMap<Batch.Part, Long> positions = lockPositions(tables);
		if (positions == null) {
			return new Outcome.PositionMoved();
		}
		CrashPoint.BETWEEN_BARRIERS.reached();
		Tally tally = new Tally();
		applyRecords(tables, unapplied(positions, tally), tally);
		positions.forEach((part, position) -> {
			if (part.to() > position) {
				tables.movePosition(part.topic(), part.partition(), part.to());
			}
		});
		CrashPoint.BEFORE_COMMIT.reached();
		return new Outcome.Applied(tally);
	}

	/** Null if one of them is not where the batch follows on. */
	private SortedMap<Batch.Part, Long> lockPositions(ApplyTables tables) {
		SortedMap<Batch.Part, Long> locked = new TreeMap<>(Batch.LOCK_ORDER);
		for (Batch.Part part : this.batch.parts()) {
			StoredPosition position = tables.lockPosition(part.topic(), part.partition()).orElse(null);
			if (position == null || !position.topicId().equals(part.topicId())
					|| PositionStep.decide(position.nextOffset(), part.from(), part.to()) == PositionStep.SEEK) {
				return null;
			}
			locked.put(part, position.nextOffset());
		}
		return locked;
	}

	private static List<UnappliedPart> unapplied(SortedMap<Batch.Part, Long> positions, Tally tally) {
		RecordDecoder decoder = new RecordDecoder();
		List<UnappliedPart> parts = new ArrayList<>();
		positions.forEach((part, position) -> {
			UnappliedPart unapplied = new UnappliedPart(part, position, decoder);
			tally.beforePosition(part.records().size() - unapplied.size());
			parts.add(unapplied);
		});
		return parts;
	}

	private void applyRecords(ApplyTables tables, List<UnappliedPart> parts, Tally tally) {
		Map<WatermarkKey, Watermark> locked = lockWatermarks(tables, parts);
		BatchFlow flow = new BatchFlow(this.clock.instant());
		BatchFold fold = new BatchFold(tally, flow, this.poison);
		parts.forEach(fold::add);
		if (fold.metUndecodable()) {
			refuseLaterContract(tables);
		}
		fold.changes().forEach(tables::execute);
		this.buried = fold.deadLetters();
		DeadLetters.changes(this.buried, this.clock.instant()).forEach(tables::execute);
		Watermarks.store(tables, locked.values());
		// last, so that the delay is that of what people can see
		tables.execute(flow.appliedAt(this.clock.instant()));
	}

	/** What cannot be decoded may be of a release that is to come, and no waste. */
	private static void refuseLaterContract(ApplyTables tables) {
		tables.runUnderLaterContract(ContractVersion.CURRENT).ifPresent((run) -> {
			throw new OtherContractException("Records cannot be decoded while run " + run
					+ " is running under a later contract version than " + ContractVersion.CURRENT
					+ ", that of this release. Run the release that began it until the run has ended, or stop and"
					+ " delete the run");
		});
	}

	private static Map<WatermarkKey, Watermark> lockWatermarks(ApplyTables tables, List<UnappliedPart> parts) {
		SortedSet<WatermarkKey> keys = new TreeSet<>();
		parts.forEach((part) -> part.streams().forEach((stream) -> keys.add(stream.key())));
		SortedSet<RunId> dead = keys.stream()
			.map(WatermarkKey::run)
			.distinct()
			.sorted()
			.filter((
					run) -> tables.lockRun(run.toString()).filter((found) -> found.isApplied(run.toString())).isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
		keys.removeIf((key) -> dead.contains(key.run()));
		Map<WatermarkKey, Watermark> locked = Watermarks.lock(tables, keys);
		parts.forEach((part) -> part.streams().forEach((stream) -> stream.setWatermark(locked.get(stream.key()))));
		return locked;
	}

}
