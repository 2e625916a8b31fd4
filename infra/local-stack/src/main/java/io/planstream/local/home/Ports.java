package io.planstream.local.home;

/**
 * The ports of the stack on the loopback address; 0 is one that is not chosen yet.
 *
 * @param database MySQL protocol
 * @param broker Kafka clients
 * @param controller Kafka's own controller
 * @param console HTTP of ingest-app: the console page and the REST interface
 * @param consumer HTTP of consumer-app or spark-app: health and metrics
 * @param sparkMaster Spark's master, if there is a cluster
 */
public record Ports(int database, int broker, int controller, int console, int consumer, int sparkMaster) {

	/** Nothing chosen yet. */
	public static final Ports NONE = new Ports(0, 0, 0, 0, 0, 0);

}
