package io.planstream.ingest.progress;

/**
 * Whether every row of a file has exactly one fate.
 *
 * @param dataset name of its dataset
 * @param fileName its name
 * @param rowsRead rows read
 * @param rowsPublished rows acknowledged by Kafka
 * @param rowsRejected rows rejected
 * @param rowsDeadLettered published rows that can never be applied
 * @param rowsApplied rows applied
 * @param rowsInAggregates applied rows that are in the aggregates
 * @param rowsSetAside applied rows that a named rule sets aside
 * @param reconciled whether all equations hold
 */
public record FileReconciliation(String dataset, String fileName, long rowsRead, long rowsPublished, long rowsRejected,
		long rowsDeadLettered, long rowsApplied, long rowsInAggregates, long rowsSetAside, boolean reconciled) {

	@Override
	public String toString() {
		return this.dataset + " " + this.fileName + ": " + this.rowsRead + " read = " + this.rowsPublished
				+ " published + " + this.rowsRejected + " rejected; " + this.rowsApplied + " applied + "
				+ this.rowsDeadLettered + " dead-lettered; " + this.rowsInAggregates + " in aggregates + "
				+ this.rowsSetAside + " set aside";
	}

}
