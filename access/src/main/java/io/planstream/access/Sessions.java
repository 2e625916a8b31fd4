package io.planstream.access;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Signing in and out in a browser. Signing in changes the session's id and the token
 * against forged requests, so that neither can be planted. Thread-safe.
 */
public final class Sessions {

	private static final int REMEMBERED_FAILURES = 10_000;

	private final boolean open;

	private final AuthenticationManager accounts;

	private final LoginLimit limit;

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final SessionAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();

	private final CookieCsrfTokenRepository csrfTokens;

	Sessions(Exposure exposure, AuthenticationManager accounts, CookieCsrfTokenRepository csrfTokens) {
		this.open = exposure.open();
		this.accounts = accounts;
		this.csrfTokens = csrfTokens;
		this.limit = new LoginLimit(REMEMBERED_FAILURES, System::nanoTime);
	}

	/**
	 * Who asks.
	 *
	 * @param open whether nobody has to sign in
	 * @param user the name, or null
	 * @param roles what they may do: {@code viewer}, {@code operator}
	 */
	public record Visitor(boolean open, String user, List<String> roles) {
	}

	/**
	 * Tells who asks.
	 * @return whoever sent the request that this thread answers
	 */
	public Visitor visitor() {
		Authentication known = SecurityContextHolder.getContext().getAuthentication();
		if (known == null || known instanceof AnonymousAuthenticationToken) {
			return new Visitor(this.open, null, List.of());
		}
		List<String> authorities = known.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
		List<String> roles = Stream.of(Role.VIEWER, Role.OPERATOR)
			.filter((role) -> authorities.contains("ROLE_" + role.name()))
			.map(Role::id)
			.toList();
		return new Visitor(this.open, this.open ? null : known.getName(), roles);
	}

	/**
	 * Signs somebody in.
	 * @param name user's or token's name
	 * @param secret password or token
	 * @param request the request that this thread answers
	 * @param response its answer
	 * @throws TooManyLoginsException after too many failures
	 * @throws org.springframework.security.core.AuthenticationException if name and
	 * secret are not those of an account
	 */
	public void signIn(String name, String secret, HttpServletRequest request, HttpServletResponse response) {
		if (this.open) {
			return;
		}
		String address = request.getRemoteAddr();
		this.limit.attempt(name, address).ifPresent((wait) -> {
			throw new TooManyLoginsException(wait);
		});
		Authentication authentication = this.accounts
			.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, secret));
		this.limit.succeeded(name, address);
		this.newId.onAuthentication(authentication, request, response);
		newCsrfToken(request, response);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

	/**
	 * Signs out whoever asks.
	 * @param request the request that this thread answers
	 * @param response its answer
	 */
	public void signOut(HttpServletRequest request, HttpServletResponse response) {
		if (!this.open) {
			new SecurityContextLogoutHandler().logout(request, response,
					SecurityContextHolder.getContext().getAuthentication());
			newCsrfToken(request, response);
		}
	}

	private void newCsrfToken(HttpServletRequest request, HttpServletResponse response) {
		CsrfToken token = this.csrfTokens.generateToken(request);
		this.csrfTokens.saveToken(token, request, response);
	}

	/**
	 * Gives a browser its token against forged requests, unless it has one.
	 * @param request the request that this thread answers
	 */
	public void ensureCsrfToken(HttpServletRequest request) {
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			token.getToken();
		}
	}

}
