package io.planstream.benchmark.ground;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.FreePorts;
import io.planstream.local.home.Home;
import io.planstream.local.home.Ports;
import io.planstream.local.home.StackState;
import io.planstream.local.stack.ProjectFiles;
import io.planstream.local.stack.Services;

/**
 * A new broker and a new database, with the settings of the local stack. For one thread.
 */
public final class Servers {

	private static final String BROKER = "broker";

	private static final String DATABASE = "database";

	private final Home home;

	private final Services services;

	private final StackState state;

	private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();

	private Servers(Home home, Services services, StackState state) {
		this.home = home;
		this.services = services;
		this.state = state;
	}

	static Servers start(Home home, ProjectFiles project) {
		home.prepare();
		List<Integer> ports = FreePorts.pick(5);
		StackState state = StackState.EMPTY
			.withPorts(new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), 0));
		home.save(state);
		Servers servers = new Servers(home, new Services(home, project), state);
		Started broker = Started.launch(servers.services.broker(), state);
		Started database = Started.launch(servers.services.database(), state);
		broker.awaitReady();
		servers.processes.put(BROKER, broker.process());
		servers.processes.put(DATABASE, database.process());
		return servers;
	}

	/**
	 * The broker's address.
	 * @return host and port
	 */
	public String bootstrapServers() {
		return "127.0.0.1:" + this.state.ports().broker();
	}

	/**
	 * Connects as the owner of the schema, who may load local files.
	 * @return a connection, to be closed
	 * @throws SQLException if the server does not answer
	 */
	public Connection connect() throws SQLException {
		return DriverManager.getConnection(jdbcUrl() + "&allowLoadLocalInfile=true", DatabaseAccounts.MIGRATOR,
				ownersPassword());
	}

	/**
	 * The database's address.
	 * @return the JDBC URL with the schema
	 */
	public String jdbcUrl() {
		return Services.jdbcUrl(this.state);
	}

	/**
	 * The password of the schema's owner, for the environment of a process.
	 * @return the password
	 */
	public String ownersPassword() {
		return this.home.credentials().migratorPassword();
	}

	/**
	 * The folder of the servers and of the applications on them.
	 * @return the home
	 */
	public Home home() {
		return this.home;
	}

	/**
	 * The applications that can be started on the servers.
	 * @return the services
	 */
	public Services services() {
		return this.services;
	}

	/**
	 * The ports of the servers and those kept for applications.
	 * @return the state
	 */
	public StackState state() {
		return this.state;
	}

	/**
	 * The processes of both servers, and others behind them.
	 * @param more the others by their names
	 * @return all of them by their names
	 */
	public Map<String, ProcessHandle> with(Map<String, ProcessHandle> more) {
		Map<String, ProcessHandle> all = new LinkedHashMap<>(more);
		all.put(BROKER, this.processes.get(BROKER));
		all.put(DATABASE, this.processes.get(DATABASE));
		return all;
	}

}
