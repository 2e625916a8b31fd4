package io.planstream.access;

/**
 * The application does not start with what is set about access.
 */
final class AccessRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	AccessRefusedException(String message, String action) {
		super(message);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
