package io.planstream.ingest.start;

/**
 * A server that the application cannot do without did not answer in time.
 */
final class ServerAwayException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	ServerAwayException(String message, String action, Throwable cause) {
		super(message, cause);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
