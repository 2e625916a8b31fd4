package io.planstream.local.superset;

import io.planstream.local.terminal.Problem;

/**
 * What a refusal means and what to do about it.
 */
final class Refusal {

	private static final String NO_SUPERSET = "Give the address that you open Superset with, and nothing after it but "
			+ "the path under which it lies: https://host/prefix.";

	private static final String TOO_OLD = "Use Superset 5.0 or newer; 6.0 is what the dashboards are made for.";

	private Refusal() {
	}

	/** Why the login failed. */
	static Problem ofLogin(Answer answer) {
		return switch (answer.status()) {
			case 400, 401,
					422 ->
				new Problem("WRONG_PASSWORD", "Superset does not know the account: " + answer.reason(),
						"Set SUPERSET_USER (admin unless set) and SUPERSET_PASSWORD to an account that can log in; "
								+ "for LDAP accounts add --provider ldap.");
			case 200, 404, 405, 501 -> new Problem("NOT_A_SUPERSET",
					"What answers there is no Superset (status " + answer.status() + ")", NO_SUPERSET);
			default -> of(answer);
		};
	}

	/** Why the bundle was not imported. */
	static Problem ofImport(Answer answer) {
		if (answer.status() == 404 || answer.status() == 405) {
			return new Problem("SUPERSET_TOO_OLD",
					"This Superset cannot import assets (status " + answer.status() + ")", TOO_OLD);
		}
		if (answer.asksForLogin() || answer.mentions("csrf")) {
			return csrf(answer.asksForLogin() ? "it sends to its login page" : answer.reason());
		}
		if (answer.mentions("unknown field")) {
			return new Problem("SUPERSET_TOO_OLD",
					"This Superset does not know what the bundle says: " + answer.reason(), TOO_OLD);
		}
		if (answer.mentions("must provide a password")) {
			return new Problem("DATABASE_PASSWORD_NEEDED", "Superset wants the database's password: " + answer.reason(),
					"Set PLANSTREAM_READER_PASSWORD to the password of the account in the database's address.");
		}
		if (answer.status() == 413) {
			return new Problem("BUNDLE_TOO_LARGE", "What stands before Superset takes no request of this size",
					"Allow a megabyte there, as with client_max_body_size of nginx.");
		}
		return (answer.status() == 400 || answer.status() == 422)
				? new Problem("IMPORT_REFUSED", "Superset refuses the bundle: " + answer.reason(),
						"If the assets were changed, mend the files that it names; AssetRulesTests tells more.")
				: of(answer);
	}

	/** The session's cookie and its token did not arrive together. */
	static Problem csrf(String reason) {
		return new Problem("CSRF_REFUSED", "Superset does not accept the token against forgery: " + reason,
				"Use the address that Superset itself has, https if its cookies ask for it, and let what stands before it "
						+ "pass cookies and the headers Referer and X-CSRFToken.");
	}

	/** Why anything else failed. */
	static Problem of(Answer answer) {
		int status = answer.status();
		if (status >= 300 && status < 400) {
			return new Problem("REDIRECTED", "Superset sends elsewhere: " + answer.location(),
					"Give that address; passwords are not sent after a redirection.");
		}
		return switch (status) {
			case 200 ->
				new Problem("NOT_A_SUPERSET", "The answer to '" + answer.what() + "' is no Superset's", NO_SUPERSET);
			case 401 ->
				new Problem("NOT_LOGGED_IN", "Superset takes nobody for '" + answer.what() + "': " + answer.reason(),
						"Let what stands before Superset pass the header Authorization.");
			case 403 -> new Problem("ROLE_LACKS_RIGHTS",
					"The account may not do this: " + answer.what() + ". " + answer.reason(),
					"Use an account with the role Admin, or give its role 'can import on ImportExportRestApi' and access "
							+ "to the database.");
			case 404, 405 -> new Problem("SUPERSET_TOO_OLD",
					"This Superset has no interface for '" + answer.what() + "' (status " + status + ")", TOO_OLD);
			case 429 -> new Problem("RATE_LIMITED", "Superset is asked too often: " + answer.reason(),
					"Wait a minute and try again.");
			case 502, 503, 504 ->
				new Problem("SUPERSET_NOT_READY", "Superset is starting, overloaded or down (status " + status + ")",
						"Wait until its page opens, and try again.");
			default -> new Problem("SUPERSET_FAILED",
					"Superset failed at '" + answer.what() + "' (status " + status + "): " + answer.reason(),
					"Look at Superset's log for the time of this request.");
		};
	}

}
