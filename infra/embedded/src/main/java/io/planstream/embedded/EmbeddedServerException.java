package io.planstream.embedded;

/**
 * Says that an embedded server could not be prepared, started or reached. The message is
 * meant for the person at the keyboard: it names the server and, where there is one, ends
 * with the last lines of its log.
 */
public class EmbeddedServerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	EmbeddedServerException(String message) {
		super(message);
	}

	EmbeddedServerException(String message, Throwable cause) {
		super(message, cause);
	}

}
