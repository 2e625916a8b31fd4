package io.planstream.ingest.run;

/**
 * Where a run stands.
 */
public enum RunState {

	/** Being read, published or applied; survives a restart. */
	RUNNING,

	/** Stopped by a person; can be resumed. */
	STOPPED,

	/** Stopped by itself, for the reason in its message; can be resumed. */
	FAILED,

	/** Every row has exactly one fate. */
	COMPLETE,

	/** A tombstone: its rows are gone and never come back. */
	DELETED;

	/**
	 * Whether it can be resumed.
	 * @return true for {@link #STOPPED} and {@link #FAILED}
	 */
	public boolean resumable() {
		return this == STOPPED || this == FAILED;
	}

}
