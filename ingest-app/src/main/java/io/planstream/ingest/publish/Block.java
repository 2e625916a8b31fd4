package io.planstream.ingest.publish;

import java.util.List;

import io.planstream.ingest.slice.SliceProgress;

/**
 * Rows of a slice that are published, acknowledged and committed together, encoded and
 * ready to be sent any number of times.
 */
public final class Block {

	private final int slice;

	private final Messages rows;

	private final Messages rejects;

	private final SliceProgress from;

	private final SliceProgress to;

	private final List<String> samples;

	Block(int slice, Messages rows, Messages rejects, SliceProgress from, SliceProgress to, List<String> samples) {
		this.slice = slice;
		this.rows = rows;
		this.rejects = rejects;
		this.from = from;
		this.to = to;
		this.samples = List.copyOf(samples);
	}

	/**
	 * Its slice.
	 * @return number in the run
	 */
	public int slice() {
		return this.slice;
	}

	/**
	 * Where the slice must be for the block to be its next one.
	 * @return state before the block
	 */
	public SliceProgress from() {
		return this.from;
	}

	/**
	 * Where the slice is once the block is acknowledged.
	 * @return state after the block
	 */
	public SliceProgress to() {
		return this.to;
	}

	/**
	 * Rows of the file in it.
	 * @return published and rejected ones
	 */
	public long rowsRead() {
		return this.to.rowsRead() - this.from.rowsRead();
	}

	/**
	 * Rows of the file that it rejects.
	 * @return a count
	 */
	public long rowsRejected() {
		return this.to.rowsRejected() - this.from.rowsRejected();
	}

	/**
	 * The first of its rejects in words.
	 * @return a few, for people
	 */
	public List<String> samples() {
		return this.samples;
	}

	Messages rows() {
		return this.rows;
	}

	Messages rejects() {
		return this.rejects;
	}

}
