package io.planstream.local.superset;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.planstream.local.terminal.Problem;

/**
 * Requests to one Superset, with the cookies that it sets. Every answer comes in a
 * bounded time, or a {@link Problem}. Follows nobody elsewhere: what it sends are
 * passwords. Not thread-safe.
 */
final class Session {

	private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(CONNECT_LIMIT)
		.followRedirects(HttpClient.Redirect.NEVER)
		.cookieHandler(this.cookies)
		.build();

	private final SupersetAddress address;

	private final Secrets secrets;

	private final Duration limit;

	Session(SupersetAddress address, Secrets secrets, Duration limit) {
		this.address = address;
		this.secrets = secrets;
		this.limit = limit;
	}

	/**
	 * Asks for something.
	 * @param what it, in words
	 * @param method the HTTP method
	 * @param path the way below the address
	 * @param headers more headers
	 * @param body the body
	 * @return the answer, whatever its status
	 */
	Answer send(String what, String method, String path, Map<String, String> headers, BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.address.resolve(path))
			// without it errors come as a page for people
			.header("Accept", "application/json")
			.header("Referer", this.address + "/")
			.method(method, body);
		headers.forEach(request::header);
		HttpResponse<String> response = await(request.build());
		return Answer.of(what, response.statusCode(), response.headers().firstValue("Location").orElse(""),
				this.secrets.hide(response.body()));
	}

	/**
	 * Whether a cookie goes with the requests.
	 * @return false if none was set, or none that may go over this connection
	 */
	boolean hasCookie() {
		try {
			URI uri = this.address.resolve("/");
			return this.cookies.get(uri, Map.of()).values().stream().anyMatch((values) -> !values.isEmpty());
		}
		catch (IOException ex) {
			return false;
		}
	}

	private HttpResponse<String> await(HttpRequest request) {
		CompletableFuture<HttpResponse<String>> answer = this.http.sendAsync(request, BodyHandlers.ofString());
		try {
			// the limit of a request ends with the answer's headers; this one does not
			return answer.get(this.limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw new Problem("SUPERSET_TIMEOUT",
					this.address + " has not answered within " + this.limit.toSeconds() + " seconds",
					"Look at the load of Superset and its database, or allow more time with --timeout.");
		}
		catch (ExecutionException ex) {
			throw broken(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("INTERRUPTED", "Interrupted while waiting for " + this.address, "Try again.", ex);
		}
	}

	private Problem broken(Throwable cause) {
		if (cause instanceof SSLException) {
			return new Problem("TLS_FAILED", "No safe connection to " + this.address + ": " + cause.getMessage(),
					"Is it http and not https? A certificate of your own goes into a trust store that "
							+ "PLANSTREAM_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE names.",
					cause);
		}
		String reason = (cause.getMessage() != null) ? cause.getMessage() : "the connection was not made, or broke";
		return new Problem("SUPERSET_UNREACHABLE", "Nothing answers at " + this.address + ": " + reason,
				"Start Superset, or correct the address; it is the one that you open in a browser.", cause);
	}

}
