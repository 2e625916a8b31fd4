package io.planstream.ingest.slice;

import java.util.Arrays;
import java.util.Objects;

/**
 * How far a slice is read: everything before {@link #position()} is acknowledged by
 * Kafka. Immutable.
 */
public final class SliceProgress {

	private final long position;

	private final long line;

	private final long[] sequences;

	private final long rejectSequence;

	private final long rowsRead;

	private final long rowsPublished;

	private final long rowsRejected;

	private final boolean ended;

	/**
	 * A state of a slice.
	 * @param position offset in the uncompressed content
	 * @param line the line at that offset
	 * @param sequences next sequence of each partition; copied
	 * @param rejectSequence next sequence in the reject topic
	 * @param rowsRead rows read so far
	 * @param rowsPublished rows published so far
	 * @param rowsRejected rows rejected so far
	 * @param ended whether the end-of-slice records are acknowledged
	 */
	public SliceProgress(long position, long line, long[] sequences, long rejectSequence, long rowsRead,
			long rowsPublished, long rowsRejected, boolean ended) {
		this.position = position;
		this.line = line;
		this.sequences = sequences.clone();
		this.rejectSequence = rejectSequence;
		this.rowsRead = rowsRead;
		this.rowsPublished = rowsPublished;
		this.rowsRejected = rowsRejected;
		this.ended = ended;
	}

	/**
	 * The state of a slice of which nothing is read.
	 * @param startByte where it begins
	 * @param startLine the line it begins in
	 * @param partitions partition count of the run
	 * @return the state
	 */
	public static SliceProgress start(long startByte, long startLine, int partitions) {
		return new SliceProgress(startByte, startLine, new long[partitions], 0, 0, 0, 0, false);
	}

	/**
	 * Offset of the first byte that is not acknowledged.
	 * @return offset in the uncompressed content
	 */
	public long position() {
		return this.position;
	}

	/**
	 * The line at {@link #position()}.
	 * @return line number, the header being 1
	 */
	public long line() {
		return this.line;
	}

	/**
	 * Next sequence of each partition.
	 * @return a copy
	 */
	public long[] sequences() {
		return this.sequences.clone();
	}

	/**
	 * Next sequence in the reject topic.
	 * @return 0 before the first reject
	 */
	public long rejectSequence() {
		return this.rejectSequence;
	}

	/**
	 * Rows read.
	 * @return published and rejected ones
	 */
	public long rowsRead() {
		return this.rowsRead;
	}

	/**
	 * Rows published.
	 * @return a count
	 */
	public long rowsPublished() {
		return this.rowsPublished;
	}

	/**
	 * Rows rejected.
	 * @return a count
	 */
	public long rowsRejected() {
		return this.rowsRejected;
	}

	/**
	 * Whether nothing more comes.
	 * @return true once the end-of-slice records are acknowledged
	 */
	public boolean ended() {
		return this.ended;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof SliceProgress that && this.position == that.position && this.line == that.line
				&& Arrays.equals(this.sequences, that.sequences) && this.rejectSequence == that.rejectSequence
				&& this.rowsRead == that.rowsRead && this.rowsPublished == that.rowsPublished
				&& this.rowsRejected == that.rowsRejected && this.ended == that.ended;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.position, this.line, Arrays.hashCode(this.sequences), this.rowsRead, this.ended);
	}

	@Override
	public String toString() {
		return "byte " + this.position + ", line " + this.line + (this.ended ? ", ended" : "");
	}

}
