package io.planstream.ingest.attempt;

/**
 * Why an attempt stops before everything is read.
 *
 * @param kind the kind of reason
 * @param cause what went wrong, or null
 */
record Ending(Kind kind, Throwable cause) {

	/** Kinds of reasons. */
	enum Kind {

		/** A person stopped the run. */
		STOPPED,

		/** The application ends; the next start goes on. */
		SHUTDOWN,

		/** Another instance owns the run. */
		LOST,

		/** A person has to do something first. */
		FAILED,

		/** Something broke; the next attempt may get further. */
		BROKEN

	}

	static Ending of(Throwable cause) {
		return new Ending((cause instanceof RunFailedException) ? Kind.FAILED : Kind.BROKEN, cause);
	}

}
