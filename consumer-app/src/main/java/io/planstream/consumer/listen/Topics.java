package io.planstream.consumer.listen;

import java.util.Arrays;

import io.planstream.model.dataset.Dataset;

/**
 * The topics that are read.
 */
public final class Topics {

	private Topics() {
	}

	/**
	 * Topics of rows.
	 * @return one a dataset
	 */
	public static String[] ofRows() {
		return Arrays.stream(Dataset.values()).map(Dataset::topic).toArray(String[]::new);
	}

}
