package io.planstream.model.failure;

/**
 * The content of a record cannot be worked with: trying again gives the same answer.
 */
public final class PoisonException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Makes the exception.
	 * @param message what cannot be done
	 * @param cause why
	 */
	public PoisonException(String message, Throwable cause) {
		super(message, cause);
	}

}
