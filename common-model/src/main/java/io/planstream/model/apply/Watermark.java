package io.planstream.model.apply;

import io.planstream.model.record.PublishedRecord;

/**
 * How far one stream of sequences is applied, as locked in a transaction and moved in
 * memory until it is stored. For one thread.
 */
public final class Watermark {

	/** What becomes of a record. */
	public enum Verdict {

		/** It follows the watermark: apply it. */
		NEXT,

		/** It was applied before: drop it. */
		DUPLICATE,

		/**
		 * Something before it is missing and will be sent again, and so will it: drop it.
		 */
		GAP

	}

	private final WatermarkKey key;

	private long lastSequence;

	private long appliedRows;

	private long deadLetteredRows;

	private long duplicates;

	private long gaps;

	private boolean ended;

	/**
	 * The watermark of a stream of which nothing is applied.
	 * @param key names the stream
	 */
	public Watermark(WatermarkKey key) {
		this(key, -1, 0, 0, 0, 0, false);
	}

	/**
	 * A stored watermark.
	 * @param key names the stream
	 * @param lastSequence last sequence applied, -1 for none
	 * @param appliedRows rows applied
	 * @param deadLetteredRows rows dead-lettered
	 * @param duplicates records dropped as duplicates
	 * @param gaps records dropped behind a gap
	 * @param ended whether the end of the slice is applied
	 */
	public Watermark(WatermarkKey key, long lastSequence, long appliedRows, long deadLetteredRows, long duplicates,
			long gaps, boolean ended) {
		this.key = key;
		this.lastSequence = lastSequence;
		this.appliedRows = appliedRows;
		this.deadLetteredRows = deadLetteredRows;
		this.duplicates = duplicates;
		this.gaps = gaps;
		this.ended = ended;
	}

	/**
	 * Decides about a record and, if it is next, moves past it. Of a record that follows
	 * a gap nothing is kept: the worker that sent it goes back to the gap and sends it
	 * again.
	 * @param record a record of this stream
	 * @return what to do with it
	 */
	public Verdict offer(PublishedRecord record) {
		Verdict verdict = advance(record.sequence());
		if (verdict == Verdict.NEXT) {
			if (record instanceof PublishedRecord.EndOfSlice) {
				this.ended = true;
			}
			else {
				this.appliedRows++;
			}
		}
		return verdict;
	}

	/**
	 * Like {@link #offer}, for a record that can never be applied.
	 * @param record a record of this stream
	 * @return what to do with it: {@code NEXT} is to be dead-lettered
	 */
	public Verdict offerDeadLetter(PublishedRecord record) {
		Verdict verdict = advance(record.sequence());
		if (verdict == Verdict.NEXT) {
			this.deadLetteredRows++;
		}
		return verdict;
	}

	private Verdict advance(long sequence) {
		if (sequence <= this.lastSequence) {
			this.duplicates++;
			return Verdict.DUPLICATE;
		}
		if (sequence > this.lastSequence + 1) {
			this.gaps++;
			return Verdict.GAP;
		}
		this.lastSequence = sequence;
		return Verdict.NEXT;
	}

	/**
	 * Names the stream.
	 * @return its key
	 */
	public WatermarkKey key() {
		return this.key;
	}

	/**
	 * Last sequence applied.
	 * @return -1 for none
	 */
	public long lastSequence() {
		return this.lastSequence;
	}

	/**
	 * Rows applied, in the aggregates or set aside.
	 * @return a count
	 */
	public long appliedRows() {
		return this.appliedRows;
	}

	/**
	 * Rows dead-lettered.
	 * @return a count
	 */
	public long deadLetteredRows() {
		return this.deadLetteredRows;
	}

	/**
	 * Records dropped because they were applied before.
	 * @return a count
	 */
	public long duplicates() {
		return this.duplicates;
	}

	/**
	 * Records dropped because one before them was missing.
	 * @return a count
	 */
	public long gaps() {
		return this.gaps;
	}

	/**
	 * Whether the end of the slice is applied.
	 * @return true if nothing more comes
	 */
	public boolean ended() {
		return this.ended;
	}

}
