package io.planstream.ingest.web;

import java.util.List;

import io.planstream.access.Sessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who is signed in in a browser.
 */
@RestController
@RequestMapping("/api/session")
@Tag(name = "session")
class SessionController {

	private static final Csrf CSRF = new Csrf("X-XSRF-TOKEN", "XSRF-TOKEN");

	private final Sessions sessions;

	SessionController(Sessions sessions) {
		this.sessions = sessions;
	}

	@GetMapping
	@Operation(summary = "Who asks, and what they may do",
			description = "Sets the cookie whose value the header named in csrf has to carry in requests that change something in a session.")
	SessionView get(HttpServletRequest request) {
		this.sessions.ensureCsrfToken(request);
		return view();
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Sign in",
			description = "With a user's name and password, or with a token's name and the token.")
	SessionView signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request,
			HttpServletResponse response) {
		this.sessions.signIn(credentials.user(), credentials.password(), request, response);
		return view();
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Sign out")
	void signOut(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.signOut(request, response);
	}

	private SessionView view() {
		Sessions.Visitor visitor = this.sessions.visitor();
		return new SessionView(visitor.open(), visitor.user(), visitor.roles(), CSRF);
	}

	/**
	 * Who asks.
	 *
	 * @param open whether nobody has to sign in here
	 * @param user the name, or null
	 * @param roles what they may do: viewer, operator
	 * @param csrf how requests in a session show that they are not forged
	 */
	record SessionView(boolean open, String user, List<String> roles, Csrf csrf) {
	}

	/**
	 * How requests in a session show that they are not forged.
	 *
	 * @param header the header of requests
	 * @param cookie the cookie whose value it carries
	 */
	record Csrf(String header, String cookie) {
	}

	/**
	 * Proof of who somebody is.
	 *
	 * @param user name of a user or token
	 * @param password the password or token
	 */
	record Credentials(@NotBlank @Size(max = 100) String user, @NotBlank @Size(max = 200) String password) {

		@Override
		public String toString() {
			return "Credentials[user=" + this.user + "]";
		}

	}

}
