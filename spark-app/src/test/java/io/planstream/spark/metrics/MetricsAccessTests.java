package io.planstream.spark.metrics;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.planstream.model.start.StartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MetricsAccessTests {

	/** Of {@code a-token}. */
	private static final String SHA256 = "1f6076e3a47ba1ded08025ffe06e57af217c14f9407f33fba50f99b1c7019387";

	private static final InetSocketAddress EVERYWHERE = new InetSocketAddress("0.0.0.0", 0);

	private static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 0);

	@Test
	void onThisMachineAloneEverybodyMayRead() throws Exception {
		MetricsAccess access = MetricsAccess.of(LOOPBACK, "");
		assertThat(get(access, "/actuator/prometheus", null).statusCode()).isEqualTo(200);
		assertThat(get(access, "/actuator/health", null).body())
			.isEqualTo("{\"status\":\"DOWN\",\"details\":\"waiting for a secret\"}");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "Bearer", "Bearer ", "Bearer another", "a-token", "Basic a-token", "bearer-a-token" })
	void withATokenOthersReadHealthAlone(String authorization) throws Exception {
		MetricsAccess access = MetricsAccess.of(EVERYWHERE, SHA256);
		HttpResponse<String> metrics = get(access, "/actuator/prometheus", authorization);
		assertThat(metrics.statusCode()).isEqualTo(401);
		assertThat(metrics.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
		assertThat(metrics.body()).doesNotContain("things_total");
		HttpResponse<String> health = get(access, "/actuator/health/readiness", authorization);
		assertThat(health.statusCode()).isEqualTo(503);
		assertThat(health.body()).isEqualTo("{\"status\":\"DOWN\"}");
		assertThat(get(access, "/actuator/health/liveness", authorization).statusCode()).isEqualTo(200);
	}

	@Test
	void whoHasTheTokenReadsAll() throws Exception {
		MetricsAccess access = MetricsAccess.of(EVERYWHERE, SHA256);
		HttpResponse<String> metrics = get(access, "/actuator/prometheus", "Bearer a-token");
		assertThat(metrics.statusCode()).isEqualTo(200);
		assertThat(metrics.body()).contains("things_total 1.0");
		assertThat(get(access, "/actuator/health", "Bearer a-token").body()).contains("a secret");
	}

	@Test
	void doesNotStartWhereOthersMayReadWithoutAToken() {
		for (InetSocketAddress address : new InetSocketAddress[] { EVERYWHERE, new InetSocketAddress("::", 0),
				InetSocketAddress.createUnresolved("elsewhere", 0) }) {
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> MetricsAccess.of(address, null))
				.withMessageContaining("Other machines")
				.satisfies((refusal) -> assertThat(refusal.action()).contains(MetricsAccess.VARIABLE));
		}
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> MetricsAccess.of(LOOPBACK, "a-token"))
			.withMessageContaining("64 hexadecimal digits");
	}

	private static HttpResponse<String> get(MetricsAccess access, String path, String authorization)
			throws IOException, InterruptedException {
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		registry.counter("things").increment();
		JobState state = new JobState(Clock.systemUTC());
		state.waiting("a secret");
		try (Pages pages = new Pages(LOOPBACK, access, registry, state)) {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pages.port() + path))
				.timeout(Duration.ofSeconds(10));
			if (authorization != null) {
				request.header("Authorization", authorization);
			}
			return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

}
