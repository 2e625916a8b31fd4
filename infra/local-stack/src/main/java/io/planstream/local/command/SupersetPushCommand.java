package io.planstream.local.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.planstream.local.superset.ChartAnswer;
import io.planstream.local.superset.ChartCheck;
import io.planstream.local.superset.ChartReport;
import io.planstream.local.superset.RemoteChart;
import io.planstream.local.superset.Secrets;
import io.planstream.local.superset.SupersetAddress;
import io.planstream.local.superset.SupersetApi;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import io.planstream.superset.asset.Assets;
import io.planstream.superset.bundle.Bundle;
import io.planstream.superset.bundle.DatabaseUri;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Imports the dashboards into a Superset and asks every chart for its data.
 */
@Command(name = "push", mixinStandardHelpOptions = true,
		description = { "Import the dashboards into a Superset, overwriting what is there of them,",
				"and ask every chart for its data there." },
		footerHeading = "%nEnvironment:%n",
		footer = { "  SUPERSET_USER                account that imports (default: admin)",
				"  SUPERSET_PASSWORD            its password",
				"  PLANSTREAM_READER_PASSWORD   password of the account in the database's address; not needed",
				"                               for the local stack" },
		exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:every chart has answered with rows", "1:an error",
				"2:the command was not understood", "3:imported, and a chart has no rows yet" })
final class SupersetPushCommand implements Callable<Integer> {

	private static final int EMPTY = 3;

	@Parameters(index = "0", paramLabel = "URL",
			description = "Address of Superset's start page, as http://127.0.0.1:8088 or https://host/prefix.")
	private String url;

	@Option(names = "--allow-empty", description = "Exit with 0 also if charts have no rows yet.")
	private boolean allowEmpty;

	@Option(names = "--prune", description = {
			"Delete charts that an earlier release brought and this one has no more,", "if they are on no dashboard." })
	private boolean prune;

	@Option(names = "--provider", paramLabel = "NAME", defaultValue = "db",
			description = "Who knows the account, db or ldap (default: db).")
	private String provider;

	@Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "120",
			description = "How long an answer of Superset may take (default: 120).")
	private int timeout;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private CommonOptions common;

	private final Map<String, String> environment;

	private final Terminal terminal;

	SupersetPushCommand() {
		this(System.getenv(), Terminal.system());
	}

	SupersetPushCommand(Map<String, String> environment, Terminal terminal) {
		this.environment = environment;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		SupersetAddress address = SupersetAddress.parse(this.url);
		if (this.timeout <= 0) {
			throw new Problem("BAD_TIMEOUT", "An answer takes more than " + this.timeout + " seconds",
					"Give --timeout a number of seconds above 0.");
		}
		Optional<DatabaseUri> typed = this.database.typed();
		String user = this.environment.getOrDefault("SUPERSET_USER", "admin");
		String password = needed("SUPERSET_PASSWORD", "the password of Superset's account " + user);
		Addresses local = typed.isPresent() ? null : DatabaseOption.running(this.common.home());
		DatabaseUri uri = typed.orElseGet(() -> DatabaseOption.local(local.home()));
		String databasePassword = (local != null) ? local.reader().password()
				: needed("PLANSTREAM_READER_PASSWORD", "the database password of " + uri.user());
		if (address.isOpenToListeners()) {
			this.terminal.line("Note: passwords go to " + address + " unencrypted.");
		}
		SupersetApi api = new SupersetApi(address, new Secrets(user, password, databasePassword), this.provider,
				Duration.ofSeconds(this.timeout));
		return push(api, new Bundle(Assets.shipped(), uri), address);
	}

	private int push(SupersetApi api, Bundle bundle, SupersetAddress address) {
		api.login();
		api.importAssets(bundle);
		this.terminal.line("Imported into " + address + ", database " + bundle.database());
		List<ChartAnswer> answers = new ArrayList<>();
		ChartCheck check = new ChartCheck(api, bundle.assets(), (answer) -> {
			answers.add(answer);
			this.terminal.live(List.of(answers.size() + " charts asked, the last one: " + answer.chart()));
		});
		check.ask();
		ChartReport report = new ChartReport(answers);
		this.terminal.line(report.table());
		this.terminal.line(report.summary());
		prune(api, check);
		report.problem().ifPresent((problem) -> {
			throw problem;
		});
		if (!report.isComplete() && !this.allowEmpty) {
			this.terminal.line("Nothing to show yet? Ingest the files that these charts are about, and push again.");
			return EMPTY;
		}
		return PlanStreamCommand.DONE;
	}

	private void prune(SupersetApi api, ChartCheck check) {
		for (RemoteChart chart : check.leftovers()) {
			if (this.prune) {
				api.deleteChart(chart.id());
			}
			this.terminal.line((this.prune ? "Deleted chart " : "No longer shipped (--prune deletes it): chart ")
					+ chart.id() + ", " + chart.name());
		}
	}

	private String needed(String variable, String meaning) {
		String value = this.environment.getOrDefault(variable, "");
		if (value.isEmpty()) {
			throw new Problem("NO_PASSWORD", variable + " is not set: " + meaning,
					"Set it in the environment; passwords are no arguments, because everybody can see those.");
		}
		return value;
	}

}
