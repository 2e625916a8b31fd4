package io.planstream.model.dataset;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column a dataset reads, found in a header by name and never by position.
 * <p>
 * A name may hold {@link #FROM} or {@link #TO} where the files have a year: a crosswalk's
 * {@code PlanID_2014} and {@code PlanID_2015} are {@code PlanID_{from}} and
 * {@code PlanID_{to}}.
 *
 * @param name as the Kaggle files spell it
 * @param aliases spellings of other years' files
 * @param needed whether a file without it is refused; otherwise its values are blank
 */
public record Column(String name, List<String> aliases, boolean needed) {

	/** Stands for the earlier of the two years that a header names. */
	public static final String FROM = "{from}";

	/** Stands for the later of the two years that a header names. */
	public static final String TO = "{to}";

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

	boolean isOfYears() {
		return spellings().anyMatch((spelling) -> spelling.contains(FROM) || spelling.contains(TO));
	}

	/** The name first: a file that has two spellings means the usual one. */
	Stream<String> spellings() {
		return Stream.concat(Stream.of(this.name), this.aliases.stream());
	}

}
