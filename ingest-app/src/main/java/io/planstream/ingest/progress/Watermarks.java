package io.planstream.ingest.progress;

/**
 * How far the streams of a run are applied; two equal ones mean that nothing moved.
 *
 * @param ended streams whose end-of-slice record is applied
 * @param applied sum of all sequences applied
 * @param dropped duplicates and records behind gaps
 */
public record Watermarks(long ended, long applied, long dropped) {
}
