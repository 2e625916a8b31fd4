package io.planstream.generator;

import java.util.List;

/**
 * The files of a data set, in the order in which they are best read.
 *
 * @param files one each of {@link DataSetGenerator#FILES}, in their order
 */
public record GeneratedDataSet(List<GeneratedFile> files) {

	/**
	 * The plans.
	 * @return the file {@code PlanAttributes.csv}
	 */
	public GeneratedFile planAttributes() {
		return file(DataSetGenerator.PLAN_ATTRIBUTES);
	}

	/**
	 * The rates.
	 * @return the file {@code Rate.csv}
	 */
	public GeneratedFile rates() {
		return file(DataSetGenerator.RATES);
	}

	/**
	 * A file.
	 * @param name its name
	 * @return the file
	 */
	public GeneratedFile file(String name) {
		return this.files.get(DataSetGenerator.FILES.indexOf(name));
	}

	/**
	 * The data rows of all files.
	 * @return their sum
	 */
	public long rows() {
		return this.files.stream().mapToLong(GeneratedFile::rows).sum();
	}

}
