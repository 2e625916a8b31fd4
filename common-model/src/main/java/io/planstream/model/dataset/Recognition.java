package io.planstream.model.dataset;

import java.util.List;

/**
 * What a header says about its file.
 */
public sealed interface Recognition {

	/**
	 * A file that can be read.
	 *
	 * @param layout where its columns stand
	 */
	record Known(Layout layout) implements Recognition {
	}

	/**
	 * A file of a known dataset that lacks something the dataset cannot do without.
	 *
	 * @param dataset what it looks like
	 * @param missing names of the columns it lacks
	 * @param found names of the columns it has
	 */
	record MissingColumns(Dataset dataset, List<String> missing, List<String> found) implements Recognition {
	}

	/**
	 * A file of a known dataset that says twice which column is which.
	 *
	 * @param dataset what it is
	 * @param twice names that more than one of its columns has
	 */
	record RepeatedColumns(Dataset dataset, List<String> twice) implements Recognition {
	}

	/**
	 * A file of no known dataset.
	 *
	 * @param found names of the columns it has
	 */
	record Unknown(List<String> found) implements Recognition {
	}

}
