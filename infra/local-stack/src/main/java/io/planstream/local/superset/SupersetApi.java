package io.planstream.local.superset;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.planstream.local.home.Json;
import io.planstream.superset.bundle.Bundle;
import tools.jackson.databind.JsonNode;

/**
 * The REST interface of a Superset of release 5.0 or newer. Each method throws
 * {@link io.planstream.local.terminal.Problem} with what to do when it is refused or not
 * answered. Passwords leave it towards Superset only. Not thread-safe.
 */
public final class SupersetApi {

	private static final int PAGE = 100;

	private final Session session;

	private final Secrets secrets;

	private final String provider;

	private String token = "";

	private String csrfToken = "";

	/**
	 * Uses a Superset; nothing is sent yet.
	 * @param address where it is
	 * @param secrets the accounts
	 * @param provider who knows the account: {@code db} or {@code ldap}
	 * @param limit how long an answer may take
	 */
	public SupersetApi(SupersetAddress address, Secrets secrets, String provider, Duration limit) {
		this.session = new Session(address, secrets, limit);
		this.secrets = secrets;
		this.provider = provider;
	}

	/**
	 * Logs in. Also begins a session: its cookie and its token belong together.
	 */
	public void login() {
		Answer login = this.session.send("log in", "POST", "/api/v1/security/login",
				Map.of("Content-Type", "application/json"), json(Map.of("username", this.secrets.user(), "password",
						this.secrets.password(), "provider", this.provider, "refresh", false)));
		this.token = login.json().path("access_token").asString("");
		if (!login.isDone() || this.token.isEmpty()) {
			throw Refusal.ofLogin(login);
		}
		Answer csrf = this.session.send("begin a session", "GET", "/api/v1/security/csrf_token/",
				Map.of("Authorization", "Bearer " + this.token), BodyPublishers.noBody());
		this.csrfToken = csrf.json().path("result").asString("");
		if (!csrf.isDone()) {
			throw Refusal.of(csrf);
		}
		if (this.csrfToken.isEmpty() || !this.session.hasCookie()) {
			throw Refusal
				.csrf("no " + (this.csrfToken.isEmpty() ? "token" : "cookie for this address") + " came with it");
		}
	}

	/**
	 * Imports a bundle; what is there already is overwritten.
	 * @param bundle the bundle
	 */
	public void importAssets(Bundle bundle) {
		Multipart form = new Multipart().file("bundle", "planstream.zip", "application/zip", bundle.zip())
			.field("passwords",
					Json.MAPPER.writeValueAsString(Map.of(bundle.databaseFile(), this.secrets.databasePassword())))
			.field("overwrite", "true");
		byte[] body = form.end();
		Answer answer = request("import assets", "POST", "/api/v1/assets/import/", form.contentType(),
				BodyPublishers.ofByteArray(body));
		if (!answer.isDone()) {
			throw Refusal.ofImport(answer);
		}
	}

	/**
	 * The charts on a dashboard.
	 * @param slug the dashboard's address
	 * @return the charts, or empty if there is no such dashboard
	 */
	public Optional<List<RemoteChart>> charts(String slug) {
		Answer answer = request("list the charts of " + slug, "GET", "/api/v1/dashboard/" + slug + "/charts", null,
				BodyPublishers.noBody());
		if (answer.status() == 404) {
			return Optional.empty();
		}
		List<RemoteChart> charts = new ArrayList<>();
		done(answer).path("result").forEach((chart) -> charts.add(RemoteChart.onDashboard(chart)));
		return Optional.of(charts);
	}

	/**
	 * All charts that the account sees.
	 * @return the charts
	 */
	public List<RemoteChart> allCharts() {
		List<RemoteChart> charts = new ArrayList<>();
		int before;
		int page = 0;
		do {
			before = charts.size();
			String query = "(page:" + page++ + ",page_size:" + PAGE + ")";
			Answer answer = request("list charts", "GET",
					"/api/v1/chart/?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8), null,
					BodyPublishers.noBody());
			done(answer).path("result").forEach((chart) -> charts.add(RemoteChart.inList(chart)));
		}
		while (charts.size() - before == PAGE);
		return charts;
	}

	/**
	 * Asks for what a chart shows.
	 * @param query the body of the request
	 * @return the answer, whatever it says
	 */
	Answer data(JsonNode query) {
		return request("read a chart's data", "POST", "/api/v1/chart/data", "application/json", json(query));
	}

	/**
	 * Deletes a chart.
	 * @param id its number
	 */
	public void deleteChart(int id) {
		done(request("delete a chart", "DELETE", "/api/v1/chart/" + id, null, BodyPublishers.noBody()));
	}

	private static JsonNode done(Answer answer) {
		if (!answer.isDone()) {
			throw Refusal.of(answer);
		}
		return answer.json();
	}

	/** A login lasts a quarter of an hour only: it is renewed when it has ended. */
	private Answer request(String what, String method, String path, String contentType, BodyPublisher body) {
		Answer answer = send(what, method, path, contentType, body);
		if (answer.status() != 401 || !answer.mentions("expired")) {
			return answer;
		}
		login();
		return send(what, method, path, contentType, body);
	}

	private Answer send(String what, String method, String path, String contentType, BodyPublisher body) {
		Map<String, String> headers = new HashMap<>();
		headers.put("Authorization", "Bearer " + this.token);
		headers.put("X-CSRFToken", this.csrfToken);
		if (contentType != null) {
			headers.put("Content-Type", contentType);
		}
		return this.session.send(what, method, path, headers, body);
	}

	private static BodyPublisher json(Object body) {
		return BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body));
	}

}
