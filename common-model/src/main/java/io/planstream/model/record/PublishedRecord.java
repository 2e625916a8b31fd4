package io.planstream.model.record;

import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.row.Row;

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

	/**
	 * A record that carries a row of a dataset.
	 *
	 * @param provenance where it comes from
	 * @param sequence its place in its partition
	 * @param line the line it begins in
	 * @param row the row, with what it borrows from its plan
	 */
	record OfRow(Provenance provenance, long sequence, long line, Row row) implements PublishedRecord {

		/**
		 * The dataset of the row.
		 * @return the dataset
		 */
		public Dataset dataset() {
			return this.row.dataset();
		}

		/**
		 * Orders the rows of a run as their files do.
		 * @return grows with file and line
		 */
		public long sourceOrder() {
			return ((long) this.provenance.file() << 40) + this.line;
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
