package io.planstream.model.apply;

import java.util.ArrayList;
import java.util.List;

import io.planstream.model.aggregate.Change;
import io.planstream.model.aggregate.Fold;
import io.planstream.model.avro.UndecodableRecordException;
import io.planstream.model.failure.PoisonException;
import io.planstream.model.flow.BatchFlow;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.reject.DeadLetters.Letter;

/**
 * Decides about each record of a batch, counts it, and folds it if it is next. For one
 * thread.
 */
final class BatchFold {

	private final Fold fold = new Fold();

	private final List<Letter> deadLetters = new ArrayList<>();

	private final Tally tally;

	private final BatchFlow flow;

	private final Throwable poison;

	private boolean undecodable;

	/**
	 * A fold of a batch.
	 * @param tally counts what becomes of the records
	 * @param flow counts the rows that are applied
	 * @param poison if not null, why none of the records can be applied
	 */
	BatchFold(Tally tally, BatchFlow flow, Throwable poison) {
		this.tally = tally;
		this.flow = flow;
		this.poison = poison;
	}

	void add(UnappliedPart part) {
		BatchFlow.OfPartition partition = this.flow.partition(part.topic(), part.partition());
		for (int index = 0; index < part.size(); index++) {
			PublishedRecord record = decode(part, index);
			if (record != null) {
				add(part, index, record, partition);
			}
		}
	}

	/** Null if it cannot be. */
	private PublishedRecord decode(UnappliedPart part, int index) {
		try {
			return part.decode(index);
		}
		catch (UndecodableRecordException ex) {
			bury(part.letter(index, null, ex));
			this.undecodable = true;
			return null;
		}
	}

	private void add(UnappliedPart part, int index, PublishedRecord record, BatchFlow.OfPartition partition) {
		Watermark watermark = part.watermark(record);
		if (watermark == null) {
			this.tally.ofOtherRun();
		}
		else if (this.poison != null) {
			if (isNext(watermark.offerDeadLetter(record))) {
				bury(part.letter(index, record, this.poison));
			}
		}
		else if (isNext(watermark.offer(record))) {
			foldIn(record, part.partition());
			count(record, part.timestamp(index), partition);
		}
	}

	private boolean isNext(Watermark.Verdict verdict) {
		switch (verdict) {
			case NEXT:
				return true;
			case DUPLICATE:
				this.tally.duplicate();
				return false;
			case GAP:
				this.tally.gap();
				return false;
		}
		throw new IllegalStateException("No such verdict: " + verdict);
	}

	private void foldIn(PublishedRecord record, int partition) {
		try {
			this.fold.add(record, partition);
		}
		catch (RuntimeException ex) {
			throw new PoisonException("A record cannot be folded: " + record.provenance() + ", sequence "
					+ record.sequence() + ", line " + record.line(), ex);
		}
	}

	private void count(PublishedRecord record, long timestamp, BatchFlow.OfPartition partition) {
		if (record instanceof PublishedRecord.OfRow row) {
			this.tally.applied(row.dataset());
			partition.applied(row.dataset(), timestamp);
		}
		else if (record instanceof PublishedRecord.OfReject reject) {
			this.tally.reject();
			partition.rejected(reject.dataset(), timestamp);
		}
		else {
			this.tally.endOfSlice();
		}
	}

	private void bury(Letter letter) {
		this.deadLetters.add(letter);
		this.tally.deadLettered();
	}

	/** Whether a record could not be decoded. */
	boolean metUndecodable() {
		return this.undecodable;
	}

	List<Letter> deadLetters() {
		return this.deadLetters;
	}

	List<Change> changes() {
		try {
			return this.fold.changes();
		}
		catch (RuntimeException ex) {
			throw new PoisonException("A record cannot be written as rows", ex);
		}
	}

}
