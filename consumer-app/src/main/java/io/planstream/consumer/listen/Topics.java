package io.planstream.consumer.listen;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

	/**
	 * All topics.
	 * @return those of rows and that of rejects
	 */
	public static List<String> all() {
		return Stream.concat(Arrays.stream(ofRows()), Stream.of(Dataset.REJECT_TOPIC)).toList();
	}

}
