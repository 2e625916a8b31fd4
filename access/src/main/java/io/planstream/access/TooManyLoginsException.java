package io.planstream.access;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * A name or an address failed to sign in too often.
 */
public final class TooManyLoginsException extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	TooManyLoginsException(Duration wait) {
		super("There were too many attempts to sign in");
		this.wait = wait;
	}

	/**
	 * How long to wait before the next attempt.
	 * @return whole seconds, at least one
	 */
	public Duration retryAfter() {
		return Duration.ofSeconds(this.wait.toSeconds() + 1);
	}

}
