package io.planstream.model.dataset;

import java.util.List;

/**
 * A column a dataset reads, found in a header by name and never by position.
 *
 * @param name as the Kaggle files spell it
 * @param aliases spellings of other years' files
 * @param needed whether a file without it is refused; otherwise its values are blank
 */
public record Column(String name, List<String> aliases, boolean needed) {

	/**
	 * A column without which a file is refused.
	 * @param name its spelling in the Kaggle files
	 * @param aliases its spellings in other years' files
	 * @return the column
	 */
	public static Column needed(String name, String... aliases) {
		return new Column(name, List.of(aliases), true);
	}

	/**
	 * A column that some years' files do not have.
	 * @param name its spelling in the Kaggle files
	 * @param aliases its spellings in other years' files
	 * @return the column
	 */
	public static Column optional(String name, String... aliases) {
		return new Column(name, List.of(aliases), false);
	}

	boolean isCalled(String header) {
		return this.name.equals(header) || this.aliases.contains(header);
	}

}
