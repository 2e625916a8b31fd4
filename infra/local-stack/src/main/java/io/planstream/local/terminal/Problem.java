package io.planstream.local.terminal;

/**
 * What went wrong and what a person can do about it: the only exception that commands let
 * escape on purpose. It is shown as two lines and never as a stack trace.
 */
public final class Problem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	private final String action;

	/**
	 * Makes a problem.
	 * @param code a name in capitals that people can search for
	 * @param message what is wrong, with the value that is wrong
	 * @param action what to do
	 */
	public Problem(String code, String message, String action) {
		this(code, message, action, null);
	}

	/**
	 * Makes a problem that has a cause.
	 * @param code a name in capitals that people can search for
	 * @param message what is wrong, with the value that is wrong
	 * @param action what to do
	 * @param cause shown with {@code --stacktrace} only
	 */
	public Problem(String code, String message, String action, Throwable cause) {
		super(message, cause);
		this.code = code;
		this.action = action;
	}

	/**
	 * The searchable name.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	/**
	 * What to do.
	 * @return the action
	 */
	public String action() {
		return this.action;
	}

	/**
	 * The text that is shown.
	 * @return one line with what is wrong, one with what to do
	 */
	public String text() {
		String first = "Error " + this.code + ": " + getMessage();
		return this.action.isEmpty() ? first : first + System.lineSeparator() + "What to do: " + this.action;
	}

}
