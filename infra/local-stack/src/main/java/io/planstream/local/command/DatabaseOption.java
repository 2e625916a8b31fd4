package io.planstream.local.command;

import java.util.Optional;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.local.home.Home;
import io.planstream.local.stack.ServiceStatus;
import io.planstream.local.terminal.Problem;
import io.planstream.superset.bundle.DatabaseUri;
import picocli.CommandLine.Option;

/**
 * Where Superset finds the data: what was typed, else the local stack if it is up.
 */
final class DatabaseOption {

	private static final int USUAL_PORT = 3306;

	@Option(names = "--database-uri", paramLabel = "URI",
			description = { "Address of the database as Superset sees it, without a password, as",
					"mysql+pymysql://planstream_reader@host:3306/planstream",
					"(default: the database of the local stack)." })
	private String uri;

	Optional<DatabaseUri> typed() {
		try {
			return Optional.ofNullable(this.uri).map(DatabaseUri::parse);
		}
		catch (IllegalArgumentException ex) {
			throw new Problem("BAD_DATABASE_URI", ex.getMessage(),
					"Passwords come from the environment: PLANSTREAM_READER_PASSWORD.", ex);
		}
	}

	/** The local stack's address, whether or not it is up. */
	static DatabaseUri local(Home home) {
		Integer port = home.exists() ? Addresses.of(home).ports().database() : null;
		return DatabaseUri.local(DatabaseAccounts.READER, (port != null) ? port : USUAL_PORT, Addresses.SCHEMA);
	}

	static Addresses running(Home home) {
		try {
			return RunningStack.require(home, ServiceStatus.DATABASE);
		}
		catch (Problem ex) {
			if (!ex.code().equals("STACK_DOWN")) {
				throw ex;
			}
			throw new Problem("NO_DATABASE", "The local stack is not up, and no other database is named",
					"Start it with ./planstream up, or name yours with --database-uri.", ex);
		}
	}

}
