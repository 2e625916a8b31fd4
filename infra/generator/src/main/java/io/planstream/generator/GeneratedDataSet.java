package io.planstream.generator;

import java.util.List;

/**
 * The files of a data set, in the order in which they are best read.
 *
 * @param files the plan attributes, then the rates
 */
public record GeneratedDataSet(List<GeneratedFile> files) {

	/**
	 * The plans.
	 * @return the file {@code PlanAttributes.csv}
	 */
	public GeneratedFile planAttributes() {
		return this.files.get(0);
	}

	/**
	 * The rates.
	 * @return the file {@code Rate.csv}
	 */
	public GeneratedFile rates() {
		return this.files.get(1);
	}

	/**
	 * The data rows of all files.
	 * @return their sum
	 */
	public long rows() {
		return this.files.stream().mapToLong(GeneratedFile::rows).sum();
	}

}
