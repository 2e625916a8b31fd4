package io.planstream.model.crash;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The moments at which a crash would do the most harm. A test arms one of them with the
 * system property {@value #PROPERTY} or the environment variable {@value #VARIABLE}:
 * {@code after-send} lets the process die when it gets there, {@code after-send:3} when
 * it gets there for the third time. Off in production, where passing one is the
 * comparison of a constant, once a block or batch, never once a row. Thread-safe.
 */
public enum CrashPoint {

	/** A block is handed to Kafka's producer, and not acknowledged yet. */
	AFTER_SEND,

	/** Kafka acknowledged a block, and the slice has not moved yet. */
	AFTER_ACKNOWLEDGEMENT,

	/** The slice has moved, and nothing else has happened. */
	AFTER_SLICE_MOVED,

	/** The positions of a batch are locked and decided, the watermarks are not. */
	BETWEEN_BARRIERS,

	/** All statements of a batch are executed, and nothing is committed. */
	BEFORE_COMMIT,

	/** A batch is committed, and neither Kafka nor Spark has been told. */
	AFTER_COMMIT;

	/** The system property. */
	public static final String PROPERTY = "planstream.crash-point";

	/** The environment variable. */
	public static final String VARIABLE = "PLANSTREAM_CRASHPOINT";

	/** The status of a process that died at a crash point. */
	public static final int STATUS = 86;

	private static final String ARMED = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""))
		.toUpperCase(Locale.ROOT)
		.replace('-', '_');

	private static final CrashPoint POINT = ARMED.isEmpty() ? null : valueOf(ARMED.split(":")[0]);

	private static final AtomicInteger LEFT = new AtomicInteger(
			ARMED.contains(":") ? Integer.parseInt(ARMED.substring(ARMED.indexOf(':') + 1)) : 1);

	/**
	 * Passes the point, or dies here: at once, without any shutdown hook, as
	 * {@code kill -9} does it.
	 */
	public void reached() {
		if (POINT == this && LEFT.decrementAndGet() == 0) {
			System.err.println("Dies at crash point " + this);
			Runtime.getRuntime().halt(STATUS);
		}
	}

}
