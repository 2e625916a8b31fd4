package io.planstream.benchmark.application;

import java.nio.file.Path;
import java.util.List;

import io.planstream.benchmark.ground.Sample;
import io.planstream.generator.DataSetGenerator;
import io.planstream.local.run.Run;

/**
 * Which files a run reads.
 */
enum Files {

	/** Rates, and the plans that they borrow from: what others get is the rates. */
	RATES {

		@Override
		List<Path> of(Sample sample) {
			return List.of(sample.plans(), sample.rates());
		}

		@Override
		long rows(Sample sample) {
			return sample.planRows() + sample.rateRows();
		}

	},

	/** The whole data set. */
	ALL {

		@Override
		List<Path> of(Sample sample) {
			return DataSetGenerator.FILES.stream().map(sample.folder()::resolve).toList();
		}

		@Override
		long rows(Sample sample) {
			return sample.files().rows();
		}

	};

	abstract List<Path> of(Sample sample);

	abstract long rows(Sample sample);

	/** The run has to be complete, every row with one fate. */
	void require(Sample sample, Run run) {
		if (!run.isSuccess() || run.doneRows() != rows(sample)) {
			throw new IllegalStateException("Run " + run.runId() + " is " + run.state() + " with " + run.doneRows()
					+ " rows instead of " + rows(sample) + ": " + run.message());
		}
	}

}
