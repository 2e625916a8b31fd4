package io.planstream.model.avro;

/**
 * The bytes of a message are no record of a schema that this release knows. Reading them
 * again gives the same answer: such a message is dead-lettered, never retried.
 */
public final class UndecodableRecordException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Says what is wrong.
	 * @param message one sentence
	 */
	public UndecodableRecordException(String message) {
		super(message);
	}

	/**
	 * Says what is wrong.
	 * @param message one sentence
	 * @param cause what the bytes led to
	 */
	public UndecodableRecordException(String message, Throwable cause) {
		super(message, cause);
	}

}
