package io.planstream.benchmark.ground;

import java.nio.file.Path;

import io.planstream.generator.DataSetGenerator;
import io.planstream.generator.GeneratedDataSet;

/**
 * Generated files.
 *
 * @param folder where they are
 * @param files what was written
 */
public record Sample(Path folder, GeneratedDataSet files) {

	/**
	 * The file of rates.
	 * @return a path
	 */
	public Path rates() {
		return this.folder.resolve(DataSetGenerator.RATES);
	}

	/**
	 * The file of plans.
	 * @return a path
	 */
	public Path plans() {
		return this.folder.resolve(DataSetGenerator.PLAN_ATTRIBUTES);
	}

	/**
	 * Rows of rates.
	 * @return the count
	 */
	public long rateRows() {
		return this.files.rates().rows();
	}

	/**
	 * Rows of plans.
	 * @return the count
	 */
	public long planRows() {
		return this.files.planAttributes().rows();
	}

}
