package io.planstream.local.superset;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import io.planstream.local.terminal.Problem;

/**
 * Where a Superset is found.
 *
 * @param base its address without a slash at the end, with the path under which it lies
 */
public record SupersetAddress(String base) {

	private static final String EXAMPLE = "Give the address of its start page, as http://127.0.0.1:8088 or https://host/prefix.";

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	/**
	 * Reads an address that a person typed.
	 * @param text the address
	 * @return the address
	 * @throws Problem if it is none
	 */
	public static SupersetAddress parse(String text) {
		try {
			URI uri = new URI(text).parseServerAuthority();
			if (uri.getRawUserInfo() != null) {
				throw new Problem("PASSWORD_IN_URL", "The address holds an account",
						"Leave it out; name the account in SUPERSET_USER and its password in SUPERSET_PASSWORD.");
			}
			boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
			if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
				throw new Problem("BAD_URL", "There is no Superset at such an address: " + text, EXAMPLE);
			}
			return new SupersetAddress(text.replaceAll("/+$", ""));
		}
		catch (URISyntaxException ex) {
			throw new Problem("BAD_URL", "This is no address: " + ex.getReason(), EXAMPLE);
		}
	}

	URI resolve(String path) {
		return URI.create(this.base + path);
	}

	/**
	 * Whether what is sent there can be read on the way.
	 * @return false for https, and for this machine
	 */
	public boolean isOpenToListeners() {
		URI uri = URI.create(this.base);
		return "http".equalsIgnoreCase(uri.getScheme()) && !LOOPBACK.contains(uri.getHost());
	}

	@Override
	public String toString() {
		return this.base;
	}

}
