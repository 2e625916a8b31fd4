package io.planstream.model.inspect;

import java.io.IOException;

import io.planstream.model.inspect.InspectionException.Code;

/**
 * The content of a file cannot be taken, for a reason that has a code of its own.
 */
final class ContentException extends IOException {

	private static final long serialVersionUID = 1L;

	private final Code code;

	private final String action;

	ContentException(Code code, String message, String action) {
		super(message);
		this.code = code;
		this.action = action;
	}

	InspectionException refusal(Object place) {
		return new InspectionException(this.code, place + " " + getMessage(), this.action);
	}

}
