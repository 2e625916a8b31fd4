package io.planstream.local.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says in a few words which datasets and years dashboards read from a run.
 */
final class ServingShares {

	/** More datasets than these are counted, not listed. */
	private static final int LISTED = 2;

	private ServingShares() {
	}

	/**
	 * Puts years together, and datasets that serve the same years.
	 * @param shares each a dataset and a year, such as {@code rate 2014}
	 * @return such as {@code rate 2014-2016}, {@code 8 datasets 2014-2016}; nothing for
	 * none
	 */
	static String inWords(Collection<String> shares) {
		Map<String, SortedSet<Integer>> years = new TreeMap<>();
		for (String share : shares) {
			int space = share.lastIndexOf(' ');
			years.computeIfAbsent(share.substring(0, space), (dataset) -> new TreeSet<>())
				.add(Integer.valueOf(share.substring(space + 1)));
		}
		Map<String, List<String>> datasets = new TreeMap<>();
		years.forEach((dataset, of) -> datasets.computeIfAbsent(ranges(of), (range) -> new ArrayList<>()).add(dataset));
		List<String> words = new ArrayList<>();
		datasets.forEach((range, names) -> words
			.add(((names.size() > LISTED) ? names.size() + " datasets" : String.join(" and ", names)) + " " + range));
		return String.join(", ", words);
	}

	private static String ranges(SortedSet<Integer> years) {
		List<String> ranges = new ArrayList<>();
		int first = years.first();
		int last = first;
		for (int year : years) {
			if (year > last + 1) {
				ranges.add(range(first, last));
				first = year;
			}
			last = year;
		}
		ranges.add(range(first, last));
		return String.join("+", ranges);
	}

	private static String range(int first, int last) {
		return (first == last) ? String.valueOf(first) : first + "-" + last;
	}

}
