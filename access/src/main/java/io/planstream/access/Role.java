package io.planstream.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What somebody may do.
 */
public enum Role {

	/** Looks at everything that the REST interface shows. */
	VIEWER,

	/** Changes things, and may do what the other roles may. */
	OPERATOR,

	/** Reads the metrics and nothing else. */
	METRICS;

	List<GrantedAuthority> authorities() {
		return included().<GrantedAuthority>map((role) -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
	}

	private Stream<Role> included() {
		return (this == OPERATOR) ? Stream.of(values()) : Stream.of(this);
	}

	/**
	 * Its name as clients see it.
	 * @return lower case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
