package io.planstream.model.start;

/**
 * An application cannot start as it is set up, or without a server that is away; the
 * message says what is wrong.
 */
public final class StartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * Something is not as it has to be.
	 * @param message what is wrong
	 * @param action what to do
	 */
	public StartException(String message, String action) {
		this(message, action, null);
	}

	/**
	 * Something failed.
	 * @param message what is wrong
	 * @param action what to do
	 * @param cause the failure, or null
	 */
	public StartException(String message, String action, Throwable cause) {
		super(message, cause);
		this.action = action;
	}

	/**
	 * What to do.
	 * @return a sentence
	 */
	public String action() {
		return this.action;
	}

}
