package io.planstream.local.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.planstream.local.home.Json;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;

/**
 * Stands for a Superset: as strict as a real one where clients go wrong (token, cookie,
 * Referer, slash at the end, Accept, form), and with the same answers. What it imports it
 * validates, keeps under numbers of its own, and answers queries from.
 */
final class FakeSuperset implements AutoCloseable {

	static final String PASSWORD = "admin's p@ss/word";

	private static final String HTML = "<!DOCTYPE html><html><head><style>b{}</style></head><body><h1>500</h1><p>Sorry</p></body></html>";

	static {
		// else every answer waits for the acknowledgement of its own headers
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	/** An answer that is given in the place of the usual one. */
	record Canned(int status, String type, String body) {

		static Canned json(int status, String body) {
			return new Canned(status, "application/json", body);
		}

		static Canned html(int status) {
			return new Canned(status, "text/html", HTML);
		}

	}

	/** A chart that nobody imported. */
	record OtherChart(int id, String name, String certifiedBy, String view, boolean onDashboard) {
	}

	final List<String> requests = new CopyOnWriteArrayList<>();

	final Map<String, Canned> canned = new TreeMap<>();

	final List<OtherChart> others = new CopyOnWriteArrayList<>();

	/** What a chart answers: by its query, the body of the answer. */
	Function<JsonNode, Canned> data = (query) -> Canned.json(200, rows(query, 2));

	/** What happens to the assets that were read, before they are kept. */
	Function<Map<String, Map<String, Object>>, Map<String, Map<String, Object>>> importer = (files) -> files;

	byte[] bundle = {};

	Map<String, String> databasePasswords = Map.of();

	String cookieAttributes = "HttpOnly; Path=/; SameSite=Lax";

	int loginsThatExpire;

	private final HttpServer server;

	private final String prefix;

	private final Map<String, String> csrfTokens = new TreeMap<>();

	private final Map<String, Map<String, Object>> assets = new TreeMap<>();

	private final Map<String, Integer> ids = new LinkedHashMap<>();

	private final List<String> tokens = new ArrayList<>();

	FakeSuperset(String prefix, SSLContext tls) throws IOException {
		InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
		if (tls != null) {
			HttpsServer https = HttpsServer.create(address, 0);
			https.setHttpsConfigurator(new HttpsConfigurator(tls));
			this.server = https;
		}
		else {
			this.server = HttpServer.create(address, 0);
		}
		this.prefix = prefix;
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	String url() {
		String scheme = (this.server instanceof HttpsServer) ? "https" : "http";
		return scheme + "://127.0.0.1:" + this.server.getAddress().getPort() + this.prefix;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	int id(String uuid) {
		return this.ids.computeIfAbsent(uuid, (key) -> 1000 + this.ids.size());
	}

	private void handle(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().getPath();
		this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
		try {
			Canned answer = path.startsWith(this.prefix + "/")
					? answer(exchange, path.substring(this.prefix.length()), body) : Canned.html(404);
			send(exchange, answer);
		}
		catch (RuntimeException ex) {
			send(exchange, error(500, String.valueOf(ex.getMessage()), Map.of()));
		}
	}

	private Canned answer(HttpExchange exchange, String path, byte[] body) throws IOException {
		Canned given = this.canned.get(path);
		if (given != null) {
			return given;
		}
		if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Accept"))) {
			return Canned.html(500);
		}
		if (path.equals("/api/v1/security/login")) {
			return login(Json.MAPPER.readTree(body));
		}
		String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
		if (!this.tokens.contains(authorization.replaceFirst("Bearer ", ""))) {
			boolean expired = authorization.startsWith("Bearer token");
			return Canned.json(401,
					"{\"msg\":\"" + (expired ? "Token has expired" : "Missing Authorization Header") + "\"}");
		}
		if (path.equals("/api/v1/security/csrf_token/")) {
			return csrfToken(exchange);
		}
		boolean writes = !exchange.getRequestMethod().equals("GET");
		String forged = writes ? forged(exchange) : null;
		return (forged != null) ? error(400, "400 Bad Request: " + forged, Map.of()) : authorized(exchange, path, body);
	}

	private Canned authorized(HttpExchange exchange, String path, byte[] body) throws IOException {
		if (path.equals("/api/v1/assets/import/")) {
			return importAssets(exchange.getRequestHeaders().getFirst("Content-Type"), body);
		}
		if (path.equals("/api/v1/chart/data")) {
			return chartData(Json.MAPPER.readTree(body));
		}
		if (path.equals("/api/v1/chart/")) {
			return list(URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
		}
		if (path.startsWith("/api/v1/chart/") && exchange.getRequestMethod().equals("DELETE")) {
			this.others.removeIf((chart) -> path.endsWith("/" + chart.id()));
			return Canned.json(200, "{\"message\":\"OK\"}");
		}
		Matcher dashboard = Pattern.compile("/api/v1/dashboard/([^/]+)/charts").matcher(path);
		return dashboard.matches() ? dashboardCharts(dashboard.group(1)) : error(404, "404 Not Found", Map.of());
	}

	private Canned login(JsonNode account) {
		if (!account.path("username").asString("").equals("admin")
				|| !account.path("password").asString("").equals(PASSWORD)
				|| !account.path("provider").asString("").equals("db")) {
			return Canned.json(401, "{\"message\":\"Not authorized\"}");
		}
		String token = "token" + this.requests.size();
		this.tokens.add(token);
		return Canned.json(200, "{\"access_token\":\"" + token + "\"}");
	}

	private Canned csrfToken(HttpExchange exchange) {
		String session = UUID.randomUUID().toString();
		this.csrfTokens.put(session, "csrf-" + session);
		if (!this.cookieAttributes.isEmpty()) {
			exchange.getResponseHeaders().add("Set-Cookie", "session=" + session + "; " + this.cookieAttributes);
		}
		return Canned.json(200, "{\"result\":\"csrf-" + session + "\"}");
	}

	/** What is wrong with a request that changes something, as Flask-WTF finds it. */
	private String forged(HttpExchange exchange) {
		String token = exchange.getRequestHeaders().getFirst("X-CSRFToken");
		if (token == null) {
			return "The CSRF token is missing.";
		}
		String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
		Matcher session = Pattern.compile("session=\"?([0-9a-f-]+)").matcher(cookie);
		if (!session.find()) {
			return "The CSRF session token is missing.";
		}
		if (!token.equals(this.csrfTokens.get(session.group(1)))) {
			return "The CSRF tokens do not match.";
		}
		String referer = exchange.getRequestHeaders().getFirst("Referer");
		if (referer == null || !referer.startsWith(URI.create(url()).resolve("/").toString())) {
			return "The referrer does not match the host.";
		}
		return null;
	}

	private Canned importAssets(String contentType, byte[] body) throws IOException {
		if (!contentType.startsWith("multipart/form-data; boundary=")) {
			return error(400, "400 Bad Request: no form", Map.of());
		}
		Map<String, byte[]> form = form(contentType.replaceFirst(".*boundary=", ""), body);
		if (!form.containsKey("bundle; filename")) {
			return Canned.json(400, "{\"message\":\"Bad request\"}");
		}
		this.bundle = form.get("bundle; filename");
		this.databasePasswords = new TreeMap<>();
		Json.MAPPER.readTree(form.getOrDefault("passwords", "{}".getBytes(StandardCharsets.UTF_8)))
			.properties()
			.forEach((entry) -> this.databasePasswords.put(entry.getKey(), entry.getValue().asString()));
		try {
			this.assets.putAll(this.importer.apply(FakeImport.read(this.bundle, this.databasePasswords)));
			return Canned.json(200, "{\"message\":\"OK\"}");
		}
		catch (FakeImport.Refused ex) {
			Map<String, Object> extra = new TreeMap<>(ex.messages());
			extra.put("issue_codes",
					List.of(Map.of("code", 1010, "message", "Issue 1010 - Superset encountered an error")));
			return error(422, "Error importing assets", extra);
		}
	}

	private static Map<String, byte[]> form(String boundary, byte[] body) {
		Map<String, byte[]> form = new TreeMap<>();
		for (String part : new String(body, StandardCharsets.ISO_8859_1).split("--" + Pattern.quote(boundary))) {
			Matcher head = Pattern.compile(
					"(?s)\\r\\nContent-Disposition: form-data; name=\"(\\w+)\"(; filename)?.*?\\r\\n\\r\\n(.*)\\r\\n")
				.matcher(part);
			if (head.matches()) {
				form.put(head.group(1) + ((head.group(2) != null) ? head.group(2) : ""),
						head.group(3).getBytes(StandardCharsets.ISO_8859_1));
			}
		}
		return form;
	}

	@SuppressWarnings("unchecked")
	private Canned dashboardCharts(String slug) {
		Map<String, Object> dashboard = this.assets.values()
			.stream()
			.filter((asset) -> slug.equals(asset.get("slug")))
			.findFirst()
			.orElse(null);
		if (dashboard == null) {
			return Canned.json(404, "{\"message\":\"Not found\"}");
		}
		String position = Json.MAPPER.writeValueAsString(dashboard.get("position"));
		List<Object> result = new ArrayList<>();
		this.assets.forEach((name, chart) -> {
			if (chart.containsKey("viz_type") && position.contains((String) chart.get("uuid"))) {
				Map<String, Object> params = new LinkedHashMap<>((Map<String, Object>) chart.get("params"));
				params.put("datasource", id((String) chart.get("dataset_uuid")) + "__table");
				params.put("slice_id", id((String) chart.get("uuid")));
				result.add(Map.of("id", id((String) chart.get("uuid")), "slice_name", chart.get("slice_name"),
						"form_data", params));
			}
		});
		return Canned.json(200, Json.MAPPER.writeValueAsString(Map.of("result", result)));
	}

	private Canned list(String query) {
		if (!query.matches("q=\\(page:\\d+,page_size:100\\)")) {
			return error(400, "Not a valid rison/json argument", Map.of());
		}
		List<Map<String, Object>> charts = new ArrayList<>();
		this.others.forEach((chart) -> charts.add(listed(chart.id(), chart.name(), chart.certifiedBy(),
				id(uuidOf(chart.view())), chart.onDashboard() ? List.of(Map.of("id", 1)) : List.of())));
		this.assets.values()
			.stream()
			.filter((asset) -> asset.containsKey("viz_type"))
			.forEach((chart) -> charts.add(listed(id((String) chart.get("uuid")), (String) chart.get("slice_name"),
					"PlanStream", id((String) chart.get("dataset_uuid")), List.of(Map.of("id", 1)))));
		int from = Math.min(charts.size(), 100 * Integer.parseInt(query.replaceAll("\\D*(\\d+),.*", "$1")));
		return Canned.json(200, Json.MAPPER.writeValueAsString(
				Map.of("count", charts.size(), "result", charts.subList(from, Math.min(charts.size(), from + 100)))));
	}

	private String uuidOf(String view) {
		return this.assets.values()
			.stream()
			.filter((asset) -> view.equals(asset.get("table_name")))
			.map((asset) -> (String) asset.get("uuid"))
			.findFirst()
			.orElse(view);
	}

	private static Map<String, Object> listed(int id, String name, String certifiedBy, int datasetId,
			List<?> dashboards) {
		return Map.of("id", id, "slice_name", name, "certified_by", certifiedBy, "datasource_id", datasetId,
				"dashboards", dashboards);
	}

	/** Answers only what names the columns and metrics that the dataset has. */
	private Canned chartData(JsonNode query) {
		if (this.loginsThatExpire > 0) {
			this.loginsThatExpire--;
			this.tokens.clear();
			return Canned.json(401, "{\"msg\":\"Token has expired\"}");
		}
		int id = query.path("datasource").path("id").asInt();
		Map<String, Object> dataset = this.assets.values()
			.stream()
			.filter((asset) -> asset.containsKey("table_name") && id((String) asset.get("uuid")) == id)
			.findFirst()
			.orElse(null);
		if (dataset == null) {
			return Canned.json(400, "{\"message\":\"The dataset does not exist\"}");
		}
		String text = Json.MAPPER.writeValueAsString(dataset);
		for (String name : names(query)) {
			if (!text.contains("\"" + name + "\"")) {
				return Canned.json(400, "{\"message\":\"Columns missing in dataset: ['" + name + "']\"}");
			}
		}
		return this.data.apply(query);
	}

	private static List<String> names(JsonNode query) {
		List<String> names = new ArrayList<>();
		JsonNode first = query.path("queries").path(0);
		first.path("columns").forEach((column) -> names.add(column.path("label").asString(column.asString(""))));
		first.path("metrics").forEach((metric) -> names.add(metric.asString()));
		return names;
	}

	/** So many rows of what the query asks for. */
	static String rows(JsonNode query, int count) {
		List<Map<String, Object>> data = new ArrayList<>();
		for (int row = 0; row < count; row++) {
			Map<String, Object> values = new LinkedHashMap<>();
			names(query).forEach((name) -> values.put(name, name.equals("state_iso") ? "US-AK" : 1));
			data.add(values);
		}
		return dataOf(data);
	}

	static String dataOf(List<?> rows) {
		return Json.MAPPER.writeValueAsString(
				Map.of("result", List.of(Map.of("data", rows, "rowcount", rows.size(), "status", "success"))));
	}

	private static Canned error(int status, String message, Map<String, Object> extra) {
		return Canned.json(status, Json.MAPPER.writeValueAsString(Map.of("errors", List.of(Map.of("message", message,
				"error_type", "GENERIC_COMMAND_ERROR", "level", "warning", "extra", extra)))));
	}

	private static void send(HttpExchange exchange, Canned answer) throws IOException {
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		if (answer.status() >= 300 && answer.status() < 400) {
			exchange.getResponseHeaders().add("Location", answer.body());
			body = new byte[0];
		}
		exchange.getResponseHeaders().add("Content-Type", answer.type());
		exchange.sendResponseHeaders(answer.status(), (body.length == 0) ? -1 : body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
