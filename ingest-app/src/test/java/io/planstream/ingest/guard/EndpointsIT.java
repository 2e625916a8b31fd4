package io.planstream.ingest.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.planstream.ingest.guard.Exchange.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may use which endpoint. The endpoints are those that the running application has:
 * one that is not classified here fails the test.
 */
class EndpointsIT {

	private static final Map<String, Set<String>> MAY_USE = classified();

	private final GuardedApp app = GuardedApp.get();

	private static Map<String, Set<String>> classified() {
		Map<String, Set<String>> classified = new TreeMap<>();
		allow(classified, Set.of("nobody", "metrics", "viewer", "operator"), "GET /api/session", "POST /api/session",
				"DELETE /api/session", "GET /actuator/health", "GET /actuator/health/**");
		allow(classified, Set.of("viewer", "operator"), "GET /api/files", "GET /api/runs", "GET /api/runs/{id}",
				"GET /api/runs/{id}/events", "GET /api/runs/{id}/rejects", "GET /api/runs/{id}/slices", "GET /api/flow",
				"GET /api/serving", "GET /api/questions", "GET /api/questions/{question}", "GET /v3/api-docs",
				"GET /v3/api-docs.yaml", "GET /v3/api-docs/swagger-config", "GET /swagger-ui.html");
		allow(classified, Set.of("operator"), "POST /api/files", "DELETE /api/files", "POST /api/inspections",
				"POST /api/runs", "DELETE /api/runs/{id}", "POST /api/runs/{id}/stop", "POST /api/runs/{id}/resume",
				"POST /api/runs/{id}/repair", "POST /api/runs/{id}/serve", "GET /actuator", "GET /actuator/info",
				"GET /actuator/metrics", "GET /actuator/metrics/{requiredMetricName}", "GET /actuator/flyway",
				"GET /error");
		allow(classified, Set.of("metrics", "operator"), "GET /actuator/prometheus");
		return classified;
	}

	private static void allow(Map<String, Set<String>> classified, Set<String> roles, String... endpoints) {
		Stream.of(endpoints).forEach((endpoint) -> classified.put(endpoint, roles));
	}

	@Test
	void everyEndpointIsClassified() {
		assertThat(endpoints()).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
	}

	@Test
	void everyEndpointIsUsedByThoseWhoMayAndByNobodyElse() {
		Map<String, String> tokens = Map.of("viewer", GuardedApp.VIEWER_TOKEN, "operator", GuardedApp.OPERATOR_TOKEN,
				"metrics", GuardedApp.METRICS_TOKEN);
		for (String endpoint : endpoints()) {
			Set<String> roles = MAY_USE.get(endpoint);
			boolean free = roles.contains("nobody");
			Answer nobody = request(endpoint).send();
			assertThat(nobody.status() == 401).as(endpoint + " without a token: " + nobody.status()).isEqualTo(!free);
			if (!free) {
				assertThat(nobody.code()).as(endpoint).isEqualTo("NOT_SIGNED_IN");
				assertThat(nobody.header("WWW-Authenticate")).as(endpoint).hasValue("Bearer");
			}
			Answer wrong = request(endpoint).bearer(GuardedApp.OPERATOR_TOKEN + "x").send();
			assertThat(wrong.status()).as(endpoint + " with a wrong token").isEqualTo(401);
			assertThat(wrong.code()).isEqualTo("BAD_TOKEN");
			tokens.forEach((role, token) -> {
				Answer answer = request(endpoint).bearer(token).send();
				assertThat(answer.status() == 403).as(endpoint + " as " + role + ": " + answer.status())
					.isEqualTo(!roles.contains(role));
				assertThat(answer.status()).as(endpoint + " as " + role).isNotIn(0, 401, 500);
			});
		}
	}

	@Test
	void anEmptyOrOddCredentialIsNone() {
		for (String header : List.of("", "Bearer", "Bearer ", "Basic b3R0bzpjb3JyZWN0IGhvcnNlIGJhdHRlcnkgc3RhcGxl",
				"Digest username=otto", GuardedApp.OPERATOR_TOKEN,
				"Bearer " + GuardedApp.sha256(GuardedApp.OPERATOR_TOKEN),
				"Bearer " + GuardedApp.OPERATOR_TOKEN + ", Bearer x")) {
			assertThat(this.app.request("GET", "/api/runs").header("Authorization", header).send().status()).as(header)
				.isEqualTo(401);
		}
		assertThat(this.app.request("GET", "/api/runs?access_token=" + GuardedApp.OPERATOR_TOKEN).send().status())
			.isEqualTo(401);
	}

	@Test
	void aMethodCannotBeHiddenInAnother() {
		String run = "/api/runs/0123456789abcdef";
		for (String name : List.of("X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method")) {
			Answer answer = this.app.request("GET", run).bearer(GuardedApp.VIEWER_TOKEN).header(name, "DELETE").send();
			assertThat(answer.code()).as(name).isEqualTo("NO_SUCH_RUN");
			assertThat(
					this.app.request("POST", run).bearer(GuardedApp.VIEWER_TOKEN).header(name, "GET").send().status())
				.as(name)
				.isEqualTo(403);
		}
		assertThat(this.app.asOperator("POST", run + "?_method=DELETE").send().status()).isEqualTo(405);
	}

	@Test
	void otherSpellingsOfAPathOpenNothing() {
		for (String path : List.of("/api/runs/", "//api/runs", "/api//runs", "/api/runs;a=b", "/api/%72uns",
				"/API/runs", "/api/./runs", "/console/../api/runs", "/assets/..%2fapi/runs", "/x.html/../api/runs",
				"/api/runs%00.html", "/api/runs/.html", "/actuator/./prometheus", "/actuator/health/../prometheus",
				"/actuator/health/%2e%2e/prometheus", "/actuator//prometheus", "/webjars/../actuator/metrics")) {
			assertThat(this.app.request("GET", path).send().status()).as(path).isIn(400, 401, 404);
		}
	}

	@Test
	void healthTellsDetailsToOperatorsOnly() {
		assertThat(this.app.request("GET", "/actuator/health").send().text()).contains("UP")
			.doesNotContain("components\":{\"db");
		assertThat(this.app.request("GET", "/actuator/health").bearer(GuardedApp.VIEWER_TOKEN).send().text())
			.doesNotContain("MariaDB")
			.doesNotContain("details");
		assertThat(this.app.asOperator("GET", "/actuator/health").send().text()).contains("details");
		assertThat(this.app.request("GET", "/actuator/health/readiness").send().status()).isEqualTo(200);
	}

	private Exchange request(String endpoint) {
		String[] parts = endpoint.split(" ");
		return this.app.request(parts[0],
				parts[1].replace("{id}", "0123456789abcdef")
					.replace("{requiredMetricName}", "jvm.memory.used")
					.replace("{question}", "premiums-by-age")
					.replace("/**", "/readiness"));
	}

	private Set<String> endpoints() {
		return this.app.context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
			.values()
			.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.flatMap(EndpointsIT::named)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> named(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		return info.getPatternValues()
			.stream()
			.flatMap((pattern) -> methods.isEmpty() ? Stream.of("GET " + pattern)
					: methods.stream().map((method) -> method + " " + pattern));
	}

}
