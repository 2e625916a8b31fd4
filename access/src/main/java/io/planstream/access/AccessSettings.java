package io.planstream.access;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code planstream.access}.
 *
 * @param users people who sign in with a password, by their name
 * @param tokens scripts that send a bearer token, by their name
 */
@ConfigurationProperties("planstream.access")
public record AccessSettings(@DefaultValue Map<String, User> users, @DefaultValue Map<String, Token> tokens) {

	boolean empty() {
		return this.users.isEmpty() && this.tokens.isEmpty();
	}

	/**
	 * A person.
	 *
	 * @param password hash of the password, with the name of its kind in front:
	 * {@code {bcrypt}$2a$...}
	 * @param role what the person may do
	 */
	public record User(String password, Role role) {

		/** Hashes are not for logs either. */
		@Override
		public String toString() {
			return "User[role=" + this.role + "]";
		}

	}

	/**
	 * A script, or a person without a password.
	 *
	 * @param sha256 hash of the token, 64 hexadecimal digits
	 * @param role what its bearer may do
	 */
	public record Token(String sha256, Role role) {

		@Override
		public String toString() {
			return "Token[role=" + this.role + "]";
		}

	}

}
