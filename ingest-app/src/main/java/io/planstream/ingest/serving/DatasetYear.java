package io.planstream.ingest.serving;

/**
 * What is served as one.
 *
 * @param dataset name of a dataset
 * @param businessYear plan year
 */
public record DatasetYear(String dataset, int businessYear) {

	@Override
	public String toString() {
		return this.dataset + " " + this.businessYear;
	}

}
