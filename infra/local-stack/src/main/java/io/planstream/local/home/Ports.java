package io.planstream.local.home;

/**
 * The ports of the stack on the loopback address; 0 is one that is not chosen yet.
 *
 * @param database MySQL protocol
 * @param broker Kafka clients
 * @param controller Kafka's own controller
 * @param console HTTP of ingest-app: the console page and the REST interface
 * @param consumer HTTP of consumer-app: health and metrics
 */
public record Ports(int database, int broker, int controller, int console, int consumer) {

	/** Nothing chosen yet. */
	public static final Ports NONE = new Ports(0, 0, 0, 0, 0);

}
