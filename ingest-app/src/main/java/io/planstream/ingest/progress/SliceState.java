package io.planstream.ingest.progress;

/**
 * How far a slice is read.
 *
 * @param slice its number in the run
 * @param dataset dataset of its file
 * @param fileNo number of its file
 * @param share how much of it is acknowledged by Kafka, from 0 to 1
 * @param rows rows read
 * @param ended whether its end-of-slice records are acknowledged
 * @param applied whether they are applied
 */
public record SliceState(int slice, String dataset, int fileNo, double share, long rows, boolean ended,
		boolean applied) {
}
