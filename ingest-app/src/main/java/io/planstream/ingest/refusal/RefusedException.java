package io.planstream.ingest.refusal;

/**
 * Something a person asked for is not done. The message says what was found, the action
 * what to do.
 */
public final class RefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Kinds of refusal; their names are the codes of the REST interface. */
	public enum Code {

		/** A path leads out of the folders that may be read. */
		PATH_OUTSIDE_DATA_DIRECTORY,

		/** A path does not exist. */
		NO_SUCH_FILE,

		/** No run has this id. */
		NO_SUCH_RUN,

		/** The run is being worked on. */
		RUN_BUSY,

		/** The views show the run. */
		RUN_SERVING,

		/** Another run takes the facts of its plans from this one. */
		RUN_NEEDED,

		/** The run was begun under another version of the contract. */
		CONTRACT_VERSION,

		/** The state of the run does not allow it. */
		WRONG_STATE,

		/** More clients listen to events than there is room for. */
		TOO_MANY_LISTENERS,

		/** Values are missing or out of range. */
		INVALID_REQUEST,

		/** A file has this name already, or is being uploaded under it. */
		FILE_EXISTS,

		/** A file cannot have this name. */
		BAD_FILE_NAME,

		/** The body has more bytes than are taken. */
		TOO_LARGE,

		/** The body arrives too slowly. */
		TOO_SLOW,

		/** The body ended before its end. */
		INCOMPLETE_BODY,

		/** The disk is, or would be, full. */
		NO_SPACE,

		/** As many files as may be are being uploaded. */
		TOO_MANY_UPLOADS,

		/** There is no folder for uploads, or it cannot be written. */
		UPLOADS_OFF,

		/** The file was not uploaded here. */
		NOT_UPLOADED,

		/** A run that has not ended reads the file. */
		FILE_IN_USE

	}

	private final Code code;

	private final String action;

	/**
	 * A refusal.
	 * @param code its kind
	 * @param message what was found
	 * @param action what to do, one sentence
	 */
	public RefusedException(Code code, String message, String action) {
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
