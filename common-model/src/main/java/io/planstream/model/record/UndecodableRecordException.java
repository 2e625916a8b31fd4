package io.planstream.model.record;

/**
 * The bytes of a message are no record of a schema that this release knows. Reading them
 * again gives the same answer: such a message is dead-lettered, never retried.
 */
public final class UndecodableRecordException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UndecodableRecordException(String message) {
		super(message);
	}

	UndecodableRecordException(String message, Throwable cause) {
		super(message, cause);
	}

}
