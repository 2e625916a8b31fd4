package io.planstream.model.inspect;

/**
 * The paths cannot be ingested as they are. The message says what was found and what to
 * do.
 */
public final class InspectionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Kinds of refusal; their names are the codes of the REST interface. */
	public enum Code {

		/** A path does not exist or cannot be read. */
		NO_SUCH_FILE,

		/** There is no file of a known dataset. */
		NO_KNOWN_FILES,

		/** A file lacks a column that its dataset needs. */
		MISSING_COLUMN,

		/** A file has two columns of one name, and its dataset reads that column. */
		REPEATED_COLUMN,

		/** A file has no data rows. */
		EMPTY_FILE,

		/** A file is no CSV. */
		NOT_CSV,

		/** Two files of a dataset hold the same plan year. */
		YEAR_CONFLICT,

		/** A compressed file is damaged or cannot be read. */
		DAMAGED_ARCHIVE,

		/** An archive needs a password. */
		ENCRYPTED_ARCHIVE,

		/** A compressed file unpacks to far more than its size lets expect. */
		UNPACKS_TOO_LARGE,

		/** A file changed while it was read. */
		CHANGED_FILE

	}

	private final Code code;

	private final String action;

	InspectionException(Code code, String message, String action) {
		super(message);
		this.code = code;
		this.action = action;
	}

	/**
	 * The kind of refusal.
	 * @return its code
	 */
	public Code code() {
		return this.code;
	}

	/**
	 * What to do about it.
	 * @return one sentence
	 */
	public String action() {
		return this.action;
	}

}
