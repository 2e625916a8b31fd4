package io.planstream.local.command;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.EmbeddedDatabase;
import io.planstream.local.home.Home;
import io.planstream.local.home.Ports;
import io.planstream.local.sql.DatabaseLogin;

/**
 * Where the parts of a running stack are reached.
 *
 * @param home the stack's folder
 * @param ports its ports
 */
record Addresses(Home home, Ports ports) {

	static final String SCHEMA = "planstream";

	static Addresses of(Home home) {
		return new Addresses(home, home.state().ports());
	}

	String console() {
		return "http://127.0.0.1:" + this.ports.console() + "/";
	}

	String kafka() {
		return "127.0.0.1:" + this.ports.broker();
	}

	String jdbc() {
		return EmbeddedDatabase.jdbcUrl(this.ports.database(), SCHEMA);
	}

	DatabaseLogin reader() {
		return new DatabaseLogin(jdbc(), DatabaseAccounts.READER, this.home.credentials().readerPassword());
	}

	DatabaseLogin admin() {
		return new DatabaseLogin(jdbc(), EmbeddedDatabase.ADMIN,
				EmbeddedDatabase.adminPassword(this.home.file("mariadb").resolve("data")));
	}

}
