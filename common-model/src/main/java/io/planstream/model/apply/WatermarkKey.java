package io.planstream.model.apply;

import java.util.Comparator;

import io.planstream.model.RunId;

/**
 * Names one stream of sequences.
 *
 * @param run the run
 * @param topic the topic
 * @param slice slice of the run
 * @param partition partition of the topic
 */
public record WatermarkKey(RunId run, String topic, int slice, int partition) implements Comparable<WatermarkKey> {

	private static final Comparator<WatermarkKey> ORDER = Comparator.comparing(WatermarkKey::run)
		.thenComparing(WatermarkKey::topic)
		.thenComparingInt(WatermarkKey::slice)
		.thenComparingInt(WatermarkKey::partition);

	@Override
	public int compareTo(WatermarkKey other) {
		return ORDER.compare(this, other);
	}

}
