package io.planstream.model.inspect;

import java.util.SortedSet;
import java.util.TreeSet;

import io.planstream.model.csv.RecordBlock;
import io.planstream.model.dataset.Layout;

/**
 * Collects the plan years of a file from the bytes of one column, or takes the one that
 * its header names. A value the row parser would not accept is passed over: its row
 * becomes a reject and belongs to no year.
 */
final class YearColumn {

	private final int field;

	private final boolean ofHeader;

	private final SortedSet<Integer> years = new TreeSet<>();

	private int latest;

	YearColumn(Layout layout) {
		this.field = layout.indexOf(0);
		this.ofHeader = layout.headerYear() != Layout.NO_YEAR;
		if (this.ofHeader) {
			this.years.add(layout.headerYear());
		}
	}

	SortedSet<Integer> years() {
		return this.years;
	}

	void look(RecordBlock block) {
		if (this.ofHeader) {
			return;
		}
		for (int record = 0; record < block.count(); record++) {
			if (block.flaw(record) == null) {
				look(block.array(), block.start(record), block.contentEnd(record));
			}
		}
	}

	private void look(byte[] bytes, int start, int end) {
		int from = start;
		for (int passed = 0; passed < this.field; passed++) {
			from = fieldEnd(bytes, from, end) + 1;
		}
		if (from < end) {
			int year = year(bytes, from, fieldEnd(bytes, from, end));
			if (year != this.latest && year >= 1900 && year <= 2199) {
				this.years.add(year);
				this.latest = year;
			}
		}
	}

	private static int fieldEnd(byte[] bytes, int from, int end) {
		int i = from;
		if (i < end && bytes[i] == '"') {
			boolean inside = true;
			while (++i < end && (inside || bytes[i] != ',')) {
				inside ^= bytes[i] == '"';
			}
			return i;
		}
		while (i < end && bytes[i] != ',') {
			i++;
		}
		return i;
	}

	private static int year(byte[] bytes, int from, int to) {
		int start = from;
		int end = to;
		while (start < end && (bytes[start] == '"' || bytes[start] == ' ')) {
			start++;
		}
		while (end > start && (bytes[end - 1] == '"' || bytes[end - 1] == ' ')) {
			end--;
		}
		if (end - start == 6 && bytes[end - 2] == '.' && bytes[end - 1] == '0') {
			end -= 2;
		}
		int year = (end - start == 4) ? 0 : -1;
		for (int i = start; i < end && year >= 0; i++) {
			int digit = bytes[i] - '0';
			year = (digit >= 0 && digit <= 9) ? year * 10 + digit : -1;
		}
		return year;
	}

}
