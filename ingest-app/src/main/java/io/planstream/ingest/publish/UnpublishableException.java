package io.planstream.ingest.publish;

/**
 * The broker refuses records for a reason that sending again does not change.
 */
public final class UnpublishableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnpublishableException(Throwable cause) {
		super("Kafka refuses records: " + cause.getMessage(), cause);
	}

}
