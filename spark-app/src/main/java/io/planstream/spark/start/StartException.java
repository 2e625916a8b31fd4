package io.planstream.spark.start;

/**
 * The job cannot go on as things are; the message says what is wrong and what to do.
 */
public final class StartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Makes the exception.
	 * @param message what is wrong
	 * @param action what to do
	 */
	public StartException(String message, String action) {
		super(message + "\nWhat to do: " + action);
	}

}
