package io.planstream.ingest.attempt;

/**
 * A run cannot go on until a person does something: trying again would end the same way.
 * The message says what happened and what to do.
 */
final class RunFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RunFailedException(String message) {
		super(message);
	}

}
