package io.planstream.model.apply;

import java.util.ArrayList;
import java.util.List;

import io.planstream.model.aggregate.Change;
import io.planstream.model.aggregate.Fold;
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

	void add(DecodedPart part) {
		for (Letter letter : part.undecodable()) {
			bury(letter);
		}
		BatchFlow.OfPartition partition = this.flow.partition(part.topic(), part.partition());
		for (DecodedPart.Entry entry : part.entries()) {
			Watermark watermark = entry.stream().watermark();
			if (watermark == null) {
				this.tally.ofOtherRun();
			}
			else if (this.poison == null) {
				offer(watermark, part, entry, partition);
			}
			else {
				offerDeadLetter(watermark, part, entry);
			}
		}
	}

	private void offer(Watermark watermark, DecodedPart part, DecodedPart.Entry entry,
			BatchFlow.OfPartition partition) {
		PublishedRecord record = entry.record();
		if (isNext(watermark.offer(record))) {
			foldIn(record, part.partition());
			count(record, part.timestamp(entry.index()), partition);
		}
	}

	private void offerDeadLetter(Watermark watermark, DecodedPart part, DecodedPart.Entry entry) {
		if (isNext(watermark.offerDeadLetter(entry.record()))) {
			bury(part.letter(entry.index(), entry.record(), this.poison));
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
