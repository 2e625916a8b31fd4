package io.planstream.ingest.metrics;

import java.util.List;

import io.planstream.ingest.progress.DatasetProgress;
import io.planstream.ingest.run.Run;

/**
 * What the tables say about a run.
 *
 * @param run the run
 * @param datasets how far each dataset is
 * @param reconciled whether it reconciles, or null while it is not applied to its end
 */
record RunFigures(Run run, List<DatasetProgress> datasets, Boolean reconciled) {

	/** How many rejected rows it bears, of those read so far. */
	double bearableRejects() {
		return this.run.limit().bearable(this.datasets.stream().mapToLong(DatasetProgress::read).sum());
	}

}
