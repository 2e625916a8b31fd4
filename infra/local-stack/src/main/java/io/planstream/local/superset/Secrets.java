package io.planstream.local.superset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What is sent to Superset and shown to nobody.
 *
 * @param user the account that imports
 * @param password its password
 * @param databasePassword the password with which Superset reads the database
 */
public record Secrets(String user, String password, String databasePassword) {

	private static final String HIDDEN = "***";

	/**
	 * Takes passwords out of a text that came from elsewhere.
	 * @param text the text
	 * @return the text that may be shown
	 */
	String hide(String text) {
		String shown = text;
		for (String secret : new String[] { this.password, this.databasePassword }) {
			if (!secret.isEmpty()) {
				shown = shown.replace(secret, HIDDEN)
					.replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), HIDDEN);
			}
		}
		return shown;
	}

	@Override
	public String toString() {
		return "Secrets[" + this.user + "]";
	}

}
