package io.planstream.access;

import java.net.InetAddress;
import java.util.regex.Pattern;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;

/**
 * Whether credentials are asked for. They are not when only this machine can connect and
 * none are set; when others can and none are set, the application does not start.
 *
 * @param open whether everybody who can connect may do everything
 */
record Exposure(boolean open) {

	private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

	/**
	 * Decides, and checks the credentials.
	 * @throws AccessRefusedException if the application must not start like this
	 */
	static Exposure of(ServerProperties server, ManagementServerProperties management, AccessSettings settings) {
		String way = wayIn(server, management);
		settings.users().forEach((name, user) -> check(name, user, way));
		settings.tokens().forEach(Exposure::check);
		if (way != null && settings.empty()) {
			throw new AccessRefusedException(
					"Other machines can reach this application (" + way
							+ "), and nobody has to prove who they are: there are no users and no tokens",
					"Set planstream.access.users.NAME.password and .role (viewer or operator), or"
							+ " planstream.access.tokens.NAME.sha256 and .role (viewer, operator or metrics), as docs/operating.md says;"
							+ " or set server.address=127.0.0.1.");
		}
		return new Exposure(settings.empty());
	}

	/** How others get in, or null. An address that is left out means all of them. */
	private static String wayIn(ServerProperties server, ManagementServerProperties management) {
		if (beyondLoopback(server.getAddress())) {
			return "server.address is " + told(server.getAddress());
		}
		boolean managedElsewhere = management.getPort() != null && management.getPort() >= 0
				&& !management.getPort().equals(server.getPort());
		if (managedElsewhere && beyondLoopback(management.getAddress())) {
			return "management.server.address is " + told(management.getAddress());
		}
		ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
		if (strategy != null && strategy != ForwardHeadersStrategy.NONE) {
			return "server.forward-headers-strategy is set, so a proxy lets them in";
		}
		return null;
	}

	private static boolean beyondLoopback(InetAddress address) {
		return address == null || !address.isLoopbackAddress();
	}

	private static String told(InetAddress address) {
		return (address != null) ? address.getHostAddress() : "not set";
	}

	private static void check(String name, AccessSettings.User user, String way) {
		String key = "planstream.access.users." + name;
		if (user.role() == null) {
			throw new AccessRefusedException(key + " has no role", "Set " + key + ".role to viewer or operator.");
		}
		if (way != null && PasswordHash.plain(user.password())) {
			throw new AccessRefusedException(
					key + ".password is not hashed, and other machines can reach this application (" + way + ")",
					hashIt(key));
		}
		if (!PasswordHash.strong(user.password()) && !PasswordHash.plain(user.password())) {
			throw new AccessRefusedException(
					key + ".password is no hash that is known: {bcrypt} of strength 10 or more is", hashIt(key));
		}
	}

	private static String hashIt(String key) {
		return "Make a hash with: java -jar ingest-app-exec.jar " + PasswordHash.COMMAND + ". Set " + key
				+ ".password to what it prints.";
	}

	private static void check(String name, AccessSettings.Token token) {
		String key = "planstream.access.tokens." + name;
		if (token.role() == null) {
			throw new AccessRefusedException(key + " has no role",
					"Set " + key + ".role to viewer, operator or metrics.");
		}
		if (token.sha256() == null || !SHA256.matcher(token.sha256()).matches()) {
			throw new AccessRefusedException(key + ".sha256 is not 64 hexadecimal digits",
					"Set it to the SHA-256 of the token: printf %s TOKEN | sha256sum.");
		}
	}

}
