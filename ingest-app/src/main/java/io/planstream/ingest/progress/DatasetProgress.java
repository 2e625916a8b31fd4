package io.planstream.ingest.progress;

/**
 * How far a dataset of a run is, as the tables say.
 *
 * @param dataset name of the dataset
 * @param totalRows data rows of its files
 * @param read rows whose block is acknowledged or rejected
 * @param published rows acknowledged by Kafka
 * @param rejected rows rejected
 * @param applied rows committed to the aggregates or set aside
 * @param deadLettered published rows that can never be applied
 * @param setAside applied rows that a named rule keeps out of the statistics
 * @param inAggregates applied rows that are not set aside
 * @param duplicates records that were dropped because they were applied before
 * @param gaps records that were dropped because one before them was missing
 */
public record DatasetProgress(String dataset, long totalRows, long read, long published, long rejected, long applied,
		long deadLettered, long setAside, long inAggregates, long duplicates, long gaps) {

	/**
	 * The same with rows that are read but not acknowledged yet.
	 * @param live rows read
	 * @return the progress
	 */
	public DatasetProgress withRead(long live) {
		return new DatasetProgress(this.dataset, this.totalRows, Math.max(live, this.read), this.published,
				this.rejected, this.applied, this.deadLettered, this.setAside, this.inAggregates, this.duplicates,
				this.gaps);
	}

}
