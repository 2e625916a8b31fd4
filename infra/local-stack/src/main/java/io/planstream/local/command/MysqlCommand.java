package io.planstream.local.command;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;

import io.planstream.local.sql.DatabaseLogin;
import io.planstream.local.sql.SqlClient;
import io.planstream.local.sql.SqlPrompt;
import io.planstream.local.sql.SqlStyle;
import io.planstream.local.stack.ServiceStatus;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A SQL prompt on the local database.
 */
@Command(name = "mysql", mixinStandardHelpOptions = true, description = {
		"Run SQL on the local database, or type it at a prompt.", "Start with: select * from v_premium_by_state" })
final class MysqlCommand implements Callable<Integer> {

	/** Whose rights the statements have. */
	enum Account {

		/** Sees the views only, as dashboards do. */
		reader,

		/** May do anything. */
		admin

	}

	@Option(names = { "-e", "--execute" }, paramLabel = "SQL", description = "Run these statements and end.")
	private String sql;

	@Option(names = { "-N", "--skip-column-names" }, description = "Leave out the names of the columns.")
	private boolean noHeader;

	@Option(names = { "-B", "--batch" }, description = "Separate values by tabs.")
	private boolean batch;

	@Option(names = { "-u", "--user" }, paramLabel = "USER", defaultValue = "admin",
			description = "${COMPLETION-CANDIDATES} (default: admin)")
	private Account account;

	@Mixin
	private CommonOptions common;

	private final Terminal terminal = Terminal.system();

	@Override
	public Integer call() {
		Addresses addresses = RunningStack.require(this.common.home(), ServiceStatus.DATABASE);
		DatabaseLogin login = (this.account == Account.admin) ? addresses.admin() : addresses.reader();
		try (Connection connection = login.connect()) {
			SqlClient client = new SqlClient(connection, this.terminal, new SqlStyle(!this.noHeader, this.batch));
			if (this.sql != null) {
				client.execute(this.sql);
			}
			else {
				prompt(client);
			}
			return PlanStreamCommand.DONE;
		}
		catch (SQLException ex) {
			throw new Problem("SQL_" + ex.getErrorCode(), ex.getMessage(), "Correct the statement.", ex);
		}
	}

	private void prompt(SqlClient client) throws SQLException {
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
		new SqlPrompt(client, input, this.terminal, System.console() != null).run();
	}

}
