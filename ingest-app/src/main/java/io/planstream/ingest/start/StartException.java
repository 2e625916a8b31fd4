package io.planstream.ingest.start;

/**
 * The application cannot start as it is set up, or without a server that is away.
 */
final class StartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	StartException(String message, String action) {
		this(message, action, null);
	}

	StartException(String message, String action, Throwable cause) {
		super(message, cause);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
