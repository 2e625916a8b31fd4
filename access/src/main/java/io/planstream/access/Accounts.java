package io.planstream.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Everybody who may do something. A person proves it by password; a token is proof by
 * itself, and by its name and itself a person can sign in with it too. How long an answer
 * takes tells nothing about what was nearly right. Thread-safe.
 */
final class Accounts implements AuthenticationManager {

	private final AccessSettings settings;

	private final PasswordEncoder encoder = PasswordHash.encoder();

	/** Asked when there is no such user, so that an answer takes as long. */
	private final String nobodysPassword = this.encoder.encode(UUID.randomUUID().toString());

	Accounts(AccessSettings settings) {
		this.settings = settings;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String name = attempt.getName();
		String secret = String.valueOf(attempt.getCredentials());
		AccessSettings.User user = this.settings.users().get(name);
		boolean right = this.encoder.matches(secret, (user != null) ? user.password() : this.nobodysPassword);
		if (user != null && right) {
			return authenticated(name, user.role());
		}
		return byToken(secret).filter((token) -> token.getName().equals(name))
			.orElseThrow(() -> new BadCredentialsException("The name or the password is wrong"));
	}

	/**
	 * Whom a token belongs to. Every known one is compared to its end.
	 */
	Optional<Authentication> byToken(String token) {
		byte[] hash = sha256(token);
		Optional<Authentication> bearer = Optional.empty();
		for (Map.Entry<String, AccessSettings.Token> known : this.settings.tokens().entrySet()) {
			if (MessageDigest.isEqual(hash, HexFormat.of().parseHex(known.getValue().sha256()))) {
				bearer = Optional.of(authenticated(known.getKey(), known.getValue().role()));
			}
		}
		return bearer;
	}

	static Authentication authenticated(String name, Role role) {
		return UsernamePasswordAuthenticationToken.authenticated(name, null, role.authorities());
	}

	private static byte[] sha256(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
