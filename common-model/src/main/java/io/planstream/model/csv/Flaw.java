package io.planstream.model.csv;

/**
 * Why a record cannot be parsed at all.
 */
public enum Flaw {

	/** A quote was opened and not closed before the file or the longest record ended. */
	UNCLOSED_QUOTE,

	/** Text follows a closing quote, so the field could be read in more than one way. */
	MISPLACED_QUOTE,

	/** One physical line is longer than {@link RecordReader#MAX_RECORD_BYTES}. */
	RECORD_TOO_LONG,

	/** The bytes are neither UTF-8 nor punctuation of Windows-1252. */
	NOT_UTF8,

	/** There is a NUL byte, which no text file has: the file is damaged there. */
	NUL_BYTE

}
