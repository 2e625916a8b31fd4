package io.planstream.local.superset;

import java.util.List;
import java.util.Locale;

/**
 * Why a chart shows an error.
 *
 * @param code a name in capitals that people can search for
 * @param reason what Superset says
 * @param action what to do
 * @param ofAll whether every other chart fails for the same reason
 */
public record ChartFailure(String code, String reason, String action, boolean ofAll) {

	private static final String AS_SEEN = "The address is the one that Superset itself sees, not you: name it with "
			+ "--database-uri, and let the server listen there.";

	private static final List<Kind> KINDS = List.of(
			new Kind("DRIVER_MISSING", "Install PyMySQL where Superset runs, and restart it.", true, "no module named",
					"could not load database driver", "nosuchmoduleerror", "can't load plugin"),
			new Kind("DATABASE_PASSWORD_WRONG",
					"Set PLANSTREAM_READER_PASSWORD to the password of the account in the database's address.", true,
					"access denied for user", "(1045", "(1044"),
			new Kind("DATABASE_UNREACHABLE", AS_SEEN, true, "can't connect to", "(2003", "(2005", "(2006", "(2013",
					"connection refused", "unknown mysql server host", "name or service not known", "unknown database"),
			new Kind("VIEW_MISSING",
					"Is this PlanStream's database? The views come with the first ./planstream up, or with ingest-app.",
					false, "(1146", "doesn't exist", "(1142"),
			new Kind("DATASET_OUTDATED", "Push again; if that does not help, delete the dataset in Superset and push.",
					false, "columns missing in dataset", "does not exist", "unknown column"),
			new Kind("CHART_TIMEOUT", "Look at the load of the database, or allow more time with --timeout.", false,
					"timeout", "timed out", "time out"));

	static ChartFailure of(Answer answer) {
		if (answer.status() == 403) {
			return new ChartFailure("DATASET_FORBIDDEN", answer.reason(),
					"Use an account with the role Admin, or give its role access to the dataset.", false);
		}
		if (answer.status() == 202) {
			return new ChartFailure("ANSWERS_LATER", "Superset answers over a queue (GLOBAL_ASYNC_QUERIES)",
					"Open the dashboards in a browser; push cannot wait for the queue.", true);
		}
		return of("status " + answer.status() + ", " + answer.reason());
	}

	/** By the texts of PyMySQL, mysqlclient and Superset. */
	static ChartFailure of(String reason) {
		String text = reason.toLowerCase(Locale.ROOT);
		return KINDS.stream()
			.filter((kind) -> kind.signs().stream().anyMatch(text::contains))
			.findFirst()
			.map((kind) -> new ChartFailure(kind.code(), reason, kind.action(), kind.ofAll()))
			.orElseGet(() -> new ChartFailure("CHART_FAILED", reason,
					"Open the chart in Superset; its log has the whole error.", false));
	}

	static ChartFailure notAsked() {
		return new ChartFailure("NOT_ASKED", "it would fail in the same way", "", false);
	}

	/** An error by what its text says. */
	private record Kind(String code, String action, boolean ofAll, List<String> signs) {

		private Kind(String code, String action, boolean ofAll, String... signs) {
			this(code, action, ofAll, List.of(signs));
		}

	}

}
