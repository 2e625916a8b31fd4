package io.planstream.local.stack;

/**
 * What a service is doing.
 *
 * @param name the service
 * @param pid its process, or null if it is not running
 * @param state READY, STARTING or DOWN
 * @param log where it writes
 */
public record ServiceStatus(String name, Long pid, String state, String log) {

	/** The name of the database. */
	public static final String DATABASE = DatabaseService.NAME;

	/** The name of the broker. */
	public static final String BROKER = Services.BROKER;

	/** The name of the ingesting application. */
	public static final String INGEST = Services.INGEST;

	static ServiceStatus of(Service service, Long pid, boolean ready) {
		String state = (pid == null) ? "DOWN" : ready ? "READY" : "STARTING";
		return new ServiceStatus(service.name(), pid, state, service.log().toString());
	}

	/**
	 * Whether it does its work.
	 * @return whether its state is READY
	 */
	public boolean isReady() {
		return this.state.equals("READY");
	}

	/**
	 * Whether there is no process.
	 * @return whether its state is DOWN
	 */
	public boolean isDown() {
		return this.state.equals("DOWN");
	}

}
