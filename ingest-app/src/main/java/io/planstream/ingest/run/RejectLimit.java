package io.planstream.ingest.run;

/**
 * How many rejected rows a run bears before it stops.
 *
 * @param share part of the rows read, 0 to 1
 * @param count rejected rows up to which the share is not looked at
 */
public record RejectLimit(double share, long count) {

	/** One row in a hundred, and any thousand. */
	public static final RejectLimit DEFAULT = new RejectLimit(0.01, 1000);

	/**
	 * The limit with other values where they are given.
	 * @param newShare a share, or null
	 * @param newCount a count, or null
	 * @return the limit
	 */
	public RejectLimit with(Double newShare, Long newCount) {
		return new RejectLimit((newShare != null) ? newShare : this.share, (newCount != null) ? newCount : this.count);
	}

	/**
	 * What the rejected rows may reach.
	 * @param read rows read so far
	 * @return the count or the share of the rows read, whichever is more
	 */
	public double bearable(long read) {
		return Math.max(this.count, this.share * read);
	}

	/**
	 * Whether a run is to stop.
	 * @param rejected rows rejected so far
	 * @param read rows read so far
	 * @return true if both count and share are passed
	 */
	public boolean passed(long rejected, long read) {
		return rejected > bearable(read);
	}

}
