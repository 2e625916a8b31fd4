package io.planstream.spark.query;

/**
 * A stored position is before what the query reads: it has to begin anew from the stored
 * positions.
 */
final class PositionMovedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PositionMovedException(String message) {
		super(message);
	}

}
