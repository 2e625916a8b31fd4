package io.planstream.access;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * The kinds of password hash that are known, and the command that makes one. Thread-safe.
 */
public final class PasswordHash {

	/** The argument that asks an application for a hash instead of its work. */
	public static final String COMMAND = "hash-password";

	private static final String BCRYPT = "bcrypt";

	private static final String PBKDF2 = "pbkdf2@SpringSecurity_v5_8";

	private static final String PLAIN = "{noop}";

	/** Each step doubles what guessing costs; below ten it is too cheap. */
	private static final Pattern STRONG = Pattern
		.compile("\\{bcrypt}\\$2[aby]\\$[123][0-9]\\$[./A-Za-z0-9]{53}|\\{pbkdf2@SpringSecurity_v5_8}[0-9a-f]{64,}");

	private static final int MOST_BYTES = 72;

	private static final int FEWEST_CHARACTERS = 8;

	private PasswordHash() {
	}

	/**
	 * What compares passwords with hashes, and makes new ones.
	 * @return knows bcrypt, which it makes, PBKDF2 and passwords in plain text
	 */
	@SuppressWarnings("deprecation")
	static PasswordEncoder encoder() {
		return new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, new BCryptPasswordEncoder(), PBKDF2,
				Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(), "noop", NoOpPasswordEncoder.getInstance()));
	}

	static boolean strong(String hash) {
		return hash != null && STRONG.matcher(hash).matches();
	}

	static boolean plain(String hash) {
		return hash != null && hash.startsWith(PLAIN) && hash.length() > PLAIN.length();
	}

	/**
	 * Reads a password from the terminal or the first line of the standard input, and
	 * prints its hash.
	 * @return the exit code
	 */
	public static int run() {
		try {
			String password = read();
			if (password == null || password.length() < FEWEST_CHARACTERS
					|| password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
				System.err.println("A password has at least " + FEWEST_CHARACTERS + " characters and at most "
						+ MOST_BYTES + " bytes. Type it, or pipe it in as one line.");
				return 2;
			}
			System.out.println(encoder().encode(password));
			return 0;
		}
		catch (IOException ex) {
			System.err.println("The password cannot be read: " + ex.getMessage());
			return 1;
		}
	}

	private static String read() throws IOException {
		Console console = System.console();
		if (console != null) {
			char[] typed = console.readPassword("Password (it is not shown): ");
			return (typed != null) ? new String(typed) : null;
		}
		return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
	}

}
