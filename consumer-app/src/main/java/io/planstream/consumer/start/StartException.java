package io.planstream.consumer.start;

/**
 * The application cannot start as it is set up.
 */
final class StartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	StartException(String message, String action) {
		super(message);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
