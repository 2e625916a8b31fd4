package io.planstream.access;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out by its bearer token who sends a request. With a token the session counts for
 * nothing, and a wrong one is refused whatever is asked for. Where nobody has to sign in,
 * everybody is an operator.
 */
final class CredentialsFilter extends OncePerRequestFilter {

	private static final String SCHEME = "bearer ";

	private static final Authentication ANYBODY = Accounts.authenticated("local", Role.OPERATOR);

	private final boolean open;

	private final Accounts accounts;

	CredentialsFilter(boolean open, Accounts accounts) {
		this.open = open;
		this.accounts = accounts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.open) {
			become(ANYBODY);
		}
		else if (bearer(request)) {
			String token = request.getHeader(HttpHeaders.AUTHORIZATION).substring(SCHEME.length()).strip();
			Optional<Authentication> known = this.accounts.byToken(token);
			if (known.isEmpty()) {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
				Problems.send(response, Problems.problem(HttpStatus.UNAUTHORIZED, "BAD_TOKEN", "Who are you?",
						"The token is not known", "Send one whose SHA-256 is set under planstream.access.tokens."));
				return;
			}
			become(known.get());
		}
		chain.doFilter(request, response);
	}

	static boolean bearer(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
	}

	private static void become(Authentication authentication) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
	}

}
