package io.planstream.superset.bundle;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The address under which Superset reaches PlanStream's database, as SQLAlchemy writes
 * it. It never holds a password: what stands for it is Superset's own placeholder, which
 * makes the importer ask for the password apart.
 *
 * @param scheme dialect and driver, as {@code mysql+pymysql}
 * @param user the account
 * @param address host, and port if there is one
 * @param schema name of the database
 * @param query options with their question mark, or nothing
 */
public record DatabaseUri(String scheme, String user, String address, String schema, String query) {

	/** What Superset shows and expects in the place of a password. */
	public static final String PLACEHOLDER = "XXXXXXXXXX";

	private static final String EXAMPLE = "mysql+pymysql://planstream_reader@host:3306/planstream";

	private static final Pattern SCHEME = Pattern.compile("(mysql|mariadb)(\\+[a-z0-9]+)?");

	private static final Pattern PASSWORD_OPTION = Pattern.compile("(?i)[?&](password|passwd)=");

	/**
	 * Reads an address that a person typed.
	 * @param text the address, without a password or with the placeholder
	 * @return the address
	 * @throws IllegalArgumentException if it is no such address, or holds a password; the
	 * message says what is wrong and repeats nothing of the address
	 */
	public static DatabaseUri parse(String text) {
		URI uri = uri(text);
		String scheme = String.valueOf(uri.getScheme());
		require(SCHEME.matcher(scheme).matches(), "does not begin with mysql+pymysql://");
		require(uri.getRawUserInfo() != null && !uri.getRawUserInfo().startsWith(":"), "names no account");
		String[] account = uri.getRawUserInfo().split(":", 2);
		require(account.length == 1 || account[1].isEmpty() || account[1].equals(PLACEHOLDER), "holds a password");
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		require(!PASSWORD_OPTION.matcher(query).find(), "holds a password");
		require(uri.getRawFragment() == null, "holds a #, which stands for nothing in it");
		String path = String.valueOf(uri.getPath());
		require(path.matches("/[^/]+"), "does not end with the name of the database");
		String address = (uri.getPort() >= 0) ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
		String user = URLDecoder.decode(account[0].replace("+", "%2B"), StandardCharsets.UTF_8);
		return new DatabaseUri(scheme, user, address, path.substring(1), query);
	}

	/**
	 * The usual account on a server of this machine.
	 * @param user the account
	 * @param port the server's port
	 * @param schema name of the database
	 * @return the address
	 */
	public static DatabaseUri local(String user, int port, String schema) {
		return new DatabaseUri("mysql+pymysql", user, "127.0.0.1:" + port, schema, "?charset=utf8mb4");
	}

	private static URI uri(String text) {
		try {
			URI uri = new URI(text).parseServerAuthority();
			require(uri.getHost() != null, "names no host");
			return uri;
		}
		catch (URISyntaxException ex) {
			// its message would repeat the address, and with it what may be a password
			throw new IllegalArgumentException("The address of the database is no URI; write it as " + EXAMPLE);
		}
	}

	private static void require(boolean condition, String wrong) {
		if (!condition) {
			throw new IllegalArgumentException(
					"The address of the database " + wrong + "; write it as " + EXAMPLE + ", without a password");
		}
	}

	/**
	 * The address as it stands in a bundle and may be shown.
	 * @return a URI with the placeholder for the password
	 */
	@Override
	public String toString() {
		return this.scheme + "://" + encoded(this.user) + ":" + PLACEHOLDER + "@" + this.address + "/"
				+ encoded(this.schema) + this.query;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
