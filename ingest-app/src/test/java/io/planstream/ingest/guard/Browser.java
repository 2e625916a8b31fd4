package io.planstream.ingest.guard;

import java.util.TreeMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.planstream.ingest.guard.Exchange.Answer;

/**
 * Keeps cookies, and sends the token against forged requests as the console's page does.
 */
final class Browser {

	final Map<String, String> cookies = new TreeMap<>();

	private final GuardedApp app;

	Browser(GuardedApp app) {
		this.app = app;
	}

	Answer signIn(String user, String password) {
		return keep(
				request("POST", "/api/session").json("{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}")
					.send());
	}

	Answer get(String path) {
		return keep(request("GET", path).send());
	}

	Answer post(String path, String json) {
		return keep(change("POST", path).json(json).send());
	}

	Answer delete(String path) {
		return keep(change("DELETE", path).send());
	}

	Exchange request(String method, String path) {
		Exchange exchange = this.app.request(method, path);
		return this.cookies.isEmpty() ? exchange
				: exchange.header("Cookie",
						this.cookies.entrySet()
							.stream()
							.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
							.collect(Collectors.joining("; ")));
	}

	Exchange change(String method, String path) {
		return request(method, path).header("X-XSRF-TOKEN", this.cookies.getOrDefault("XSRF-TOKEN", ""));
	}

	private Answer keep(Answer answer) {
		for (String name : new String[] { "PLANSTREAM_SESSION", "XSRF-TOKEN" }) {
			answer.cookie(name)
				.map((cookie) -> cookie.substring(name.length() + 1).split(";", 2)[0])
				.ifPresent((value) -> this.cookies.put(name, value));
		}
		return answer;
	}

}
