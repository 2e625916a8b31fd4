package io.planstream.model.csv;

import java.util.Arrays;

import io.planstream.model.dataset.Layout;

/**
 * The fields of one record that its dataset reads, as typed values. The first value that
 * cannot be read is remembered as the {@link #problem()}; the getters then go on with a
 * stand-in, so that a parser asks once at its end. Reused for record after record; values
 * handed out are independent of it. For one thread.
 */
public final class Fields {

	/** Stands for an amount that is not given. */
	public static final long NO_AMOUNT = Long.MIN_VALUE;

	/** Amounts beyond this are no amounts: ten million dollars. */
	public static final long MAX_CENTS = 1_000_000_000L;

	private final Layout layout;

	private final int[] columnOfField;

	private final int[] fieldOfColumn;

	/** Of each column, counted from where the record begins. */
	private final int[] starts;

	private final int[] lengths;

	/** Where each field ends, counted from where the record begins. */
	private final int[] ends;

	private final TextCache cache = new TextCache();

	/** The last text of each column: neighbours mostly have the same. */
	private final String[] latest;

	/** The record in which each of them was asked for. */
	private final long[] latestIn;

	private final LenientUtf8 utf8 = new LenientUtf8();

	/** The block's bytes, or {@link #own}. */
	private byte[] text;

	/** A record that has doubled quotes, at the same place as in its block. */
	private byte[] own = new byte[0];

	private long record;

	private int start;

	private int end;

	private int fieldCount;

	/** How many fields are, byte by byte, those of the record before. */
	private int shared;

	private boolean rounded;

	private boolean wide;

	private Problem problem;

	Fields(Layout layout) {
		this.layout = layout;
		this.columnOfField = layout.columnOfField();
		this.starts = new int[layout.dataset().columns().size()];
		this.lengths = new int[this.starts.length];
		this.fieldOfColumn = new int[this.starts.length];
		this.ends = new int[this.columnOfField.length];
		this.latest = new String[this.starts.length];
		this.latestIn = new long[this.starts.length];
		for (int field = 0; field < this.columnOfField.length; field++) {
			if (this.columnOfField[field] >= 0) {
				this.fieldOfColumn[this.columnOfField[field]] = field;
			}
		}
	}

	/** Before the bytes of earlier records change. */
	void forget() {
		this.text = null;
	}

	/**
	 * Takes the fields of a record that a {@link RecordReader} found no flaw in.
	 * Neighbours mostly begin with the same fields: these are not looked at again.
	 */
	void read(byte[] bytes, int from, int to) {
		this.shared = sharedFields(bytes, from, to);
		this.record++;
		this.text = bytes;
		this.start = from;
		this.end = to;
		this.rounded = false;
		this.problem = null;
		int field = this.shared;
		int at = (field > 0) ? from + this.ends[field - 1] : readField(field++, from);
		while (at < to) {
			at = readField(field++, at + 1);
		}
		for (int missing = field; missing < this.fieldCount; missing++) {
			keep(missing, to, to);
		}
		this.fieldCount = field;
	}

	/** Those behind which a comma stands at the same place, after the same bytes. */
	private int sharedFields(byte[] bytes, int from, int to) {
		// a record that had doubled quotes has its fields elsewhere
		if (this.text != bytes) {
			return 0;
		}
		int mismatch = Arrays.mismatch(bytes, this.start, this.end, bytes, from, to);
		int same = (mismatch < 0) ? to - from : mismatch;
		int known = Math.min(this.fieldCount, this.ends.length);
		int fields = Math.min(this.shared, known);
		while (fields > 0 && this.ends[fields - 1] >= same) {
			fields--;
		}
		while (fields < known && this.ends[fields] < same) {
			fields++;
		}
		return fields;
	}

	/** Returns the index of the comma behind the field, or the end. */
	private int readField(int field, int from) {
		int i = from;
		if (i < this.end && this.text[i] == '"') {
			i = readQuoted(field, from + 1);
		}
		else {
			while (i < this.end && this.text[i] != ',') {
				i++;
			}
			keep(field, from, i);
		}
		if (field < this.ends.length) {
			this.ends[field] = i - this.start;
		}
		return i;
	}

	private int readQuoted(int field, int from) {
		int i = from;
		int doubled = 0;
		while (this.text[i] != '"' || i + 1 < this.end && this.text[i + 1] == '"') {
			if (this.text[i] == '"') {
				doubled++;
				i++;
			}
			i++;
		}
		if (doubled > 0) {
			undouble(from, i);
		}
		keep(field, from, i - doubled);
		return i + 1;
	}

	/** Of each two quotes in a field one stays; the block keeps its bytes. */
	private void undouble(int from, int to) {
		if (this.text != this.own) {
			if (this.own.length < this.end) {
				this.own = new byte[this.text.length];
			}
			System.arraycopy(this.text, this.start, this.own, this.start, this.end - this.start);
			this.text = this.own;
		}
		int written = from;
		for (int i = from; i < to; i++) {
			this.own[written++] = this.own[i];
			if (this.own[i] == '"') {
				i++;
			}
		}
	}

	private void keep(int field, int from, int to) {
		int column = (field < this.columnOfField.length) ? this.columnOfField[field] : -1;
		if (column < 0) {
			return;
		}
		int first = from;
		int last = to;
		while (first < last && isBlank(this.text[first])) {
			first++;
		}
		while (last > first && isBlank(this.text[last - 1])) {
			last--;
		}
		this.starts[column] = first - this.start;
		this.lengths[column] = last - first;
	}

	private int startOf(int column) {
		return this.start + this.starts[column];
	}

	private static boolean isBlank(byte b) {
		return b >= 0 && b <= ' ';
	}

	/**
	 * Looks whether the record has as many fields as the header.
	 * @return whether it has; otherwise that is the problem
	 */
	public boolean complete() {
		if (this.fieldCount != this.layout.fieldCount()) {
			Problem.Reason reason = (this.fieldCount < this.layout.fieldCount()) ? Problem.Reason.TOO_FEW_FIELDS
					: Problem.Reason.TOO_MANY_FIELDS;
			this.problem = new Problem(reason, null,
					"The record has " + this.fieldCount + " fields, the header " + this.layout.fieldCount());
			return false;
		}
		return true;
	}

	/**
	 * Whether a field is empty or missing.
	 * @param column index in the dataset's columns
	 * @return true if there is nothing but white space
	 */
	public boolean blank(int column) {
		return this.lengths[column] == 0;
	}

	/**
	 * Whether a field has more characters than are accepted.
	 * @param column index in the dataset's columns
	 * @param limit the most characters that are accepted
	 * @return false for an empty field
	 */
	public boolean longer(int column, int limit) {
		return this.lengths[column] > limit && decoded(column).length() > limit;
	}

	/**
	 * Whether a field ends as a whole number does that was once held as a floating point
	 * number.
	 * @param column index in the dataset's columns
	 * @return true if it ends in {@code .0}
	 */
	public boolean endsInPointZero(int column) {
		int behind = startOf(column) + this.lengths[column];
		return this.lengths[column] > 2 && this.text[behind - 1] == '0' && this.text[behind - 2] == '.';
	}

	/**
	 * A field as text, trimmed.
	 * @param column index in the dataset's columns
	 * @param limit the most characters that are accepted
	 * @param ifBlank what stands for an empty field
	 * @return the text; equal texts are mostly the same object
	 */
	public String text(int column, int limit, String ifBlank) {
		int length = this.lengths[column];
		this.wide = false;
		if (length == 0) {
			return ifBlank;
		}
		if (longer(column, limit)) {
			note(Problem.Reason.TOO_LONG, column,
					"has " + decoded(column).length() + " characters; at most " + limit + " are kept");
			return ifBlank;
		}
		String value = isAsBefore(column) ? this.latest[column]
				: this.cache.get(this.text, startOf(column), length, this.latest[column]);
		this.latest[column] = value;
		this.latestIn[column] = this.record;
		this.wide = value == null;
		return this.wide ? decoded(column) : value;
	}

	private boolean isAsBefore(int column) {
		return this.fieldOfColumn[column] < this.shared && this.latestIn[column] == this.record - 1;
	}

	/**
	 * Whether the text handed out last has characters beyond ASCII.
	 * @return false for a stand-in
	 */
	public boolean wide() {
		return this.wide;
	}

	/**
	 * A field that must not be empty.
	 * @param column index in the dataset's columns
	 * @param limit the most characters that are accepted
	 * @return the text
	 */
	public String neededText(int column, int limit) {
		if (blank(column)) {
			note(Problem.Reason.MISSING_VALUE, column, "is empty");
		}
		return text(column, limit, "");
	}

	/**
	 * The plan year: four digits, with or without the {@code .0} of a number once held as
	 * a floating point number.
	 * @param column index in the dataset's columns
	 * @return the year
	 */
	public int year(int column) {
		int from = startOf(column);
		int length = this.lengths[column];
		if (length == 6 && endsInPointZero(column)) {
			length = 4;
		}
		int year = 0;
		for (int i = 0; i < length; i++) {
			int digit = this.text[from + i] - '0';
			year = (digit >= 0 && digit <= 9 && length == 4) ? year * 10 + digit : -10_000;
		}
		if (year < 1900 || year > 2199) {
			note(Problem.Reason.NOT_A_YEAR, column, "'" + shown(column) + "' is no plan year");
			return 0;
		}
		return year;
	}

	/**
	 * The plan year that the header names.
	 * @return the year, or {@link Layout#NO_YEAR}
	 */
	public int headerYear() {
		return this.layout.headerYear();
	}

	/**
	 * A plain decimal number of dollars as cents, rounded half up; see
	 * {@link #rounded()}.
	 * @param column index in the dataset's columns
	 * @return cents, or {@link #NO_AMOUNT} for an empty field
	 */
	public long cents(int column) {
		if (blank(column)) {
			return NO_AMOUNT;
		}
		int from = startOf(column);
		int to = from + this.lengths[column];
		long cents = Decimal.cents(this.text, from, to);
		if (cents == Decimal.NOT_A_NUMBER) {
			note(Problem.Reason.NOT_A_NUMBER, column, "'" + shown(column) + "' is no amount like 123.45");
			return NO_AMOUNT;
		}
		if (cents > MAX_CENTS) {
			note(Problem.Reason.OUT_OF_RANGE, column, "'" + shown(column) + "' is more than ten million dollars");
			return NO_AMOUNT;
		}
		this.rounded |= Decimal.losesDigits(this.text, from, to);
		return cents;
	}

	/**
	 * Whether an amount of this record had more than two decimals that are not zero.
	 * @return true if one was rounded
	 */
	public boolean rounded() {
		return this.rounded;
	}

	/**
	 * What is wrong with the record.
	 * @return the first problem, or null
	 */
	public Problem problem() {
		return this.problem;
	}

	/**
	 * Remembers what is wrong with a field, unless something was wrong before.
	 * @param reason the kind of problem
	 * @param column index in the dataset's columns
	 * @param what the rest of a sentence that begins with the column's name
	 */
	public void note(Problem.Reason reason, int column, String what) {
		if (this.problem == null) {
			String name = this.layout.dataset().columns().get(column).name();
			this.problem = new Problem(reason, name, name + " " + what);
		}
	}

	private String decoded(int column) {
		return this.utf8.text(this.text, startOf(column), this.lengths[column]);
	}

	private String shown(int column) {
		String value = decoded(column);
		return (value.length() > 60) ? value.substring(0, 60) : value;
	}

}
