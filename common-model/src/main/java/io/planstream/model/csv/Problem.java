package io.planstream.model.csv;

import java.util.Locale;

/**
 * Why a record breaks the contract.
 *
 * @param reason the kind of problem, counted and filtered by
 * @param column name of the column, or null when it is the record as a whole
 * @param message one sentence for people, with what was found
 */
public record Problem(Reason reason, String column, String message) {

	/** Kinds of problem; their names are stored. */
	public enum Reason {

		/** Fewer fields than the header. */
		TOO_FEW_FIELDS("A record with fewer fields than the header."),

		/** More fields than the header. */
		TOO_MANY_FIELDS("A record with more fields than the header."),

		/** A value that a row cannot do without is empty. */
		MISSING_VALUE("A value that a row cannot do without is empty."),

		/** A text is longer than its column. */
		TOO_LONG("A text is longer than its column."),

		/** A number cannot be read. */
		NOT_A_NUMBER("A number cannot be read."),

		/** A plan year cannot be read. */
		NOT_A_YEAR("A plan year cannot be read."),

		/** A number is beyond what the contract holds. */
		OUT_OF_RANGE("A number is beyond what its column holds."),

		/** A quote was opened and never closed. */
		UNCLOSED_QUOTE("A quote is opened and never closed: one line is left out."),

		/** Text follows a closing quote. */
		MISPLACED_QUOTE("Text follows a closing quote."),

		/** A line is longer than any record may be. */
		RECORD_TOO_LONG("A line is longer than any record may be."),

		/** The bytes are neither UTF-8 nor punctuation of Windows-1252. */
		NOT_UTF8("The bytes of a record are neither UTF-8 nor punctuation of Windows-1252."),

		/** There is a NUL byte in the record. */
		NUL_BYTE("There is a NUL byte in the record."),

		/** The record would be larger than a message may be. */
		MESSAGE_TOO_LARGE("The record would be larger than a message may be.");

		private final String description;

		Reason(String description) {
			this.description = description;
		}

		/**
		 * Its name among the data rules.
		 * @return for example {@code not-a-number}
		 */
		public String rule() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/**
		 * What it says.
		 * @return one sentence
		 */
		public String description() {
			return this.description;
		}

	}

	/**
	 * The problem that a flaw is.
	 * @param flaw why the record cannot be parsed
	 * @return the same in words
	 */
	public static Problem of(Flaw flaw) {
		return switch (flaw) {
			case UNCLOSED_QUOTE -> new Problem(Reason.UNCLOSED_QUOTE, null,
					"A quote is opened in this line and not closed: only this line is left out");
			case MISPLACED_QUOTE -> new Problem(Reason.MISPLACED_QUOTE, null,
					"Text follows a closing quote: a quote inside a quoted field is written twice");
			case RECORD_TOO_LONG -> new Problem(Reason.RECORD_TOO_LONG, null,
					"The line is longer than " + RecordReader.MAX_RECORD_BYTES + " bytes");
			case NOT_UTF8 -> new Problem(Reason.NOT_UTF8, null, "The record holds bytes that are no UTF-8");
			case NUL_BYTE -> new Problem(Reason.NUL_BYTE, null, "The record holds NUL bytes, which no text has");
		};
	}

}
