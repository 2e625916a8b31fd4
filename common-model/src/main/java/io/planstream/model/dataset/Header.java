package io.planstream.model.dataset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first record of a file, and what it says about the rest.
 *
 * @param names the column names, trimmed
 */
public record Header(List<String> names) {

	/**
	 * A file that has all needed columns of no dataset is taken for a broken one of a
	 * dataset, not for a stranger, when it has at least this share of the columns that no
	 * other dataset needs.
	 */
	private static final double LIKENESS = 0.5;

	private static final Map<String, String> SEPARATORS = Map.of(";", "semicolons", "\t", "tabs", "|", "vertical bars");

	private static final Pattern YEAR_AT_END = Pattern.compile(".*?((?:19|20|21)[0-9]{2})");

	public Header {
		names = names.stream().map(String::trim).toList();
	}

	/**
	 * Finds out what kind of file this is the header of.
	 * @return the layout of a known file, the columns that are missing from it, or that
	 * it is unknown
	 */
	public Recognition recognise() {
		Optional<Dataset> complete = Arrays.stream(Dataset.values())
			.filter((dataset) -> missing(dataset).isEmpty())
			.max(Comparator.comparingLong(Header::neededColumns));
		if (complete.isPresent()) {
			Layout layout = layout(complete.get());
			List<String> twice = repeated(layout);
			return twice.isEmpty() ? new Recognition.Known(layout)
					: new Recognition.RepeatedColumns(layout.dataset(), twice);
		}
		Dataset nearest = Arrays.stream(Dataset.values()).max(Comparator.comparingDouble(this::likeness)).orElseThrow();
		if (likeness(nearest) < LIKENESS) {
			return new Recognition.Unknown(this.names);
		}
		return new Recognition.MissingColumns(nearest, missing(nearest), this.names);
	}

	/**
	 * Finds out why a file is a stranger that would not be one if another character than
	 * the comma stood between its columns.
	 * @return what stands there, in words, or null
	 */
	public String separatorInstead() {
		return SEPARATORS.entrySet()
			.stream()
			.filter((separator) -> !(split(separator.getKey()).recognise() instanceof Recognition.Unknown))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	private Header split(String separator) {
		return new Header(
				this.names.stream().flatMap((name) -> Stream.of(name.split(Pattern.quote(separator)))).toList());
	}

	private Layout layout(Dataset dataset) {
		int[] indexes = dataset.columns().stream().mapToInt(this::indexOf).toArray();
		boolean ofYears = dataset.columns().stream().anyMatch(Column::isOfYears);
		return new Layout(dataset, this.names.size(), indexes, ofYears ? years().last() : Layout.NO_YEAR);
	}

	private List<String> missing(Dataset dataset) {
		return dataset.columns()
			.stream()
			.filter((column) -> column.needed() && indexOf(column) < 0)
			.map(Column::name)
			.toList();
	}

	/** Of the columns that are read; what the others are called does not matter. */
	private List<String> repeated(Layout layout) {
		return layout.dataset()
			.columns()
			.stream()
			.map(this::indexOf)
			.filter((index) -> index >= 0)
			.map(this.names::get)
			.filter((name) -> this.names.indexOf(name) != this.names.lastIndexOf(name))
			.distinct()
			.toList();
	}

	private double likeness(Dataset dataset) {
		List<Column> own = dataset.columns()
			.stream()
			.filter((column) -> column.needed() && neededBy(column) == 1)
			.toList();
		return (double) own.stream().filter((column) -> indexOf(column) >= 0).count() / own.size();
	}

	private static long neededBy(Column column) {
		return Arrays.stream(Dataset.values())
			.filter((dataset) -> dataset.columns()
				.stream()
				.anyMatch((other) -> other.needed() && other.name().equals(column.name())))
			.count();
	}

	private static long neededColumns(Dataset dataset) {
		return dataset.columns().stream().filter(Column::needed).count();
	}

	private int indexOf(Column column) {
		return column.spellings()
			.map((spelling) -> indexOf(column.isOfYears() ? ofYears(spelling) : spelling))
			.filter((index) -> index >= 0)
			.findFirst()
			.orElse(-1);
	}

	/** As it is spelled; else in another case or with blanks, as some exports have it. */
	private int indexOf(String spelling) {
		int exact = this.names.indexOf(spelling);
		for (int i = 0; exact < 0 && i < this.names.size(); i++) {
			if (this.names.get(i).replace(" ", "").equalsIgnoreCase(spelling)) {
				return i;
			}
		}
		return exact;
	}

	/** With the two years that the names end in; as it is when there are not two. */
	private String ofYears(String spelling) {
		SortedSet<Integer> years = years();
		if (years.size() != 2) {
			return spelling;
		}
		return spelling.replace(Column.FROM, years.first().toString()).replace(Column.TO, years.last().toString());
	}

	private SortedSet<Integer> years() {
		SortedSet<Integer> years = new TreeSet<>();
		for (String name : this.names) {
			Matcher year = YEAR_AT_END.matcher(name);
			if (year.matches()) {
				years.add(Integer.valueOf(year.group(1)));
			}
		}
		return years;
	}

}
