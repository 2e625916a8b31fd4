package io.planstream.local.run;

/**
 * Says that ingest-app did not answer, or only that it cannot answer now. It may be on
 * its way back.
 */
public final class NotAnsweringException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotAnsweringException(String message, Throwable cause) {
		super(message, cause);
	}

}
