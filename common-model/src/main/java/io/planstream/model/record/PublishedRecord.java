package io.planstream.model.record;

import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.row.ParsedRow;
import io.planstream.model.row.PlanFacts;
import io.planstream.model.row.PlanRow;
import io.planstream.model.row.RateRow;

/**
 * A record of a topic.
 */
public sealed interface PublishedRecord {

	/**
	 * Where it comes from.
	 * @return run, slice and file
	 */
	Provenance provenance();

	/**
	 * Its place among the records that its slice sends to its partition.
	 * @return 0, 1, 2 ...
	 */
	long sequence();

	/**
	 * The line it begins in, the header being line 1.
	 * @return line number; of an end-of-slice record the line after the slice
	 */
	long line();

	/** A record that carries a row of a dataset. */
	sealed interface OfRow extends PublishedRecord {

		/**
		 * The dataset of the row.
		 * @return the dataset
		 */
		Dataset dataset();

		/**
		 * The row.
		 * @return the row as it was parsed
		 */
		ParsedRow.Accepted row();

	}

	/**
	 * A rate.
	 *
	 * @param provenance where it comes from
	 * @param sequence its place in its partition
	 * @param line the line it begins in
	 * @param row the row
	 * @param plan what it borrows from its plan
	 */
	record OfRate(Provenance provenance, long sequence, long line, RateRow row, PlanFacts plan) implements OfRow {

		@Override
		public Dataset dataset() {
			return Dataset.RATE;
		}

	}

	/**
	 * A plan variant.
	 *
	 * @param provenance where it comes from
	 * @param sequence its place in its partition
	 * @param line the line it begins in
	 * @param row the row
	 * @param baseVariant whether this variant stands for the plan
	 */
	record OfPlan(Provenance provenance, long sequence, long line, PlanRow row, boolean baseVariant) implements OfRow {

		@Override
		public Dataset dataset() {
			return Dataset.PLAN_ATTRIBUTES;
		}

	}

	/**
	 * A row that cannot be read or breaks the contract.
	 *
	 * @param provenance where it comes from
	 * @param sequence its place in its partition
	 * @param line the line it begins in
	 * @param dataset the dataset of its file
	 * @param problem why it is rejected
	 * @param raw the row as it was found
	 */
	record OfReject(Provenance provenance, long sequence, long line, Dataset dataset, Problem problem,
			RawText raw) implements PublishedRecord {
	}

	/**
	 * The last record of a slice in a partition.
	 *
	 * @param provenance where it comes from
	 * @param sequence its place in its partition
	 * @param line the line after the slice
	 */
	record EndOfSlice(Provenance provenance, long sequence, long line) implements PublishedRecord {
	}

	/**
	 * The text of a rejected row.
	 *
	 * @param text its beginning, {@link #LIMIT} bytes at the most
	 * @param length bytes before the cut
	 * @param sha256 hash of the bytes kept by the reader, 64 hexadecimal digits
	 */
	record RawText(String text, long length, String sha256) {

		/** Where the text is cut: 16 KiB. */
		public static final int LIMIT = 16 * 1024;

	}

}
