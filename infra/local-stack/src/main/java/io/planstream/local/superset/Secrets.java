package io.planstream.local.superset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sent to Superset and shown to nobody.
 *
 * @param user the account that imports
 * @param password its password
 * @param databasePassword the password with which Superset reads the database
 */
public record Secrets(String user, String password, String databasePassword) {

	private static final String HIDDEN = "***";

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final JsonMapper ASCII_JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	/**
	 * Takes passwords out of a text that came from elsewhere.
	 * @param text the text
	 * @return the text that may be shown
	 */
	String hide(String text) {
		String shown = text;
		for (String secret : new String[] { this.password, this.databasePassword }) {
			for (String written : List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8),
					inJson(JSON, secret), inJson(ASCII_JSON, secret))) {
				shown = written.isEmpty() ? shown : shown.replace(written, HIDDEN);
			}
		}
		return shown;
	}

	private static String inJson(JsonMapper mapper, String text) {
		String quoted = mapper.writeValueAsString(text);
		return quoted.substring(1, quoted.length() - 1);
	}

	@Override
	public String toString() {
		return "Secrets[" + this.user + "]";
	}

}
