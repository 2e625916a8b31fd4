package io.planstream.ingest.attempt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.planstream.ingest.slice.Slice;
import io.planstream.model.dataset.Dataset;

/**
 * Counts of a run while an attempt works on it: what the slices said when it began and
 * what was read since. Thread-safe.
 */
final class Tally {

	private static final int SAMPLES = 3;

	private final Map<Dataset, LongAdder> read = new EnumMap<>(Dataset.class);

	private final LongAdder committedRead = new LongAdder();

	private final LongAdder committedRejected = new LongAdder();

	private final List<String> samples = new ArrayList<>();

	Tally(List<Slice> slices) {
		for (Dataset dataset : Dataset.values()) {
			this.read.put(dataset, new LongAdder());
		}
		for (Slice slice : slices) {
			this.read.get(slice.dataset()).add(slice.progress().rowsRead());
			this.committedRead.add(slice.progress().rowsRead());
			this.committedRejected.add(slice.progress().rowsRejected());
		}
	}

	void read(Dataset dataset, long rows) {
		this.read.get(dataset).add(rows);
	}

	long read(Dataset dataset) {
		return this.read.get(dataset).sum();
	}

	void committed(long rows, long rejected, String fileName, List<String> rejects) {
		this.committedRead.add(rows);
		this.committedRejected.add(rejected);
		if (rejected > 0) {
			keep(fileName, rejects);
		}
	}

	private synchronized void keep(String fileName, List<String> rejects) {
		for (String reject : rejects) {
			if (this.samples.size() < SAMPLES) {
				this.samples.add(fileName + ", " + reject);
			}
		}
	}

	long committedRead() {
		return this.committedRead.sum();
	}

	long committedRejected() {
		return this.committedRejected.sum();
	}

	synchronized List<String> samples() {
		return List.copyOf(this.samples);
	}

}
