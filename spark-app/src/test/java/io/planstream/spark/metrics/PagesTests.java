package io.planstream.spark.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.planstream.model.apply.Tally;
import io.planstream.model.dataset.Dataset;
import io.planstream.spark.task.TaskReport;
import io.planstream.spark.task.TopicRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagesTests {

	private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	private final JobState state = new JobState(Clock.systemUTC());

	private final JobMeters meters = new JobMeters(this.registry, this.state);

	private InetSocketAddress address;

	private Pages pages;

	@BeforeEach
	void open() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.address = new InetSocketAddress(free.getInetAddress(), free.getLocalPort());
		}
		this.pages = new Pages(this.address, MetricsAccess.of(this.address, ""), this.registry, this.state);
	}

	@AfterEach
	void close() {
		this.pages.close();
	}

	@Test
	void anOutageIsNotReadyWithItsReasonAndAlive() throws Exception {
		this.state.reading(6);
		assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
		this.state.interrupted("a \"quoted\" \\ reason\nof two lines");
		assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
		assertThat(get("/actuator/health").body()).startsWith("{\"status\":\"DOWN\",\"details\":\"interrupted since ")
			.endsWith("a \\\"quoted\\\" \\\\ reason of two lines\"}");
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(metric("planstream_consumption_interrupted")).isEqualTo("1.0");
		this.state.continued();
		assertThat(get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(metric("planstream_consumption_interrupted")).isEqualTo("0.0");
		assertThat(metric("planstream_partitions_consumed")).isEqualTo("6.0");
	}

	@Test
	void everyDatasetIsThereBeforeItsFirstRowAndTransactionsAddUp() throws Exception {
		for (Dataset dataset : Dataset.values()) {
			assertThat(metric("planstream_rows_applied_total{dataset=\"" + dataset.id() + "\"}")).isEqualTo("0.0");
		}
		Tally tally = new Tally();
		tally.applied(Dataset.RATE);
		tally.applied(Dataset.RATE);
		tally.duplicate();
		TaskReport.Committed committed = new TaskReport.Committed(tally, Duration.ofMillis(20).toNanos());
		this.meters.applied(new TaskReport("1", new TopicRange("marketplace.rate.v1", 0, "id", 0, 6),
				List.of(committed, committed), List.of(), TaskReport.End.APPLIED, null));
		assertThat(metric("planstream_rows_applied_total{dataset=\"rate\"}")).isEqualTo("4.0");
		assertThat(metric("planstream_records_received_total")).isEqualTo("6.0");
		assertThat(metric("planstream_apply_batch_seconds_count")).isEqualTo("2");
		assertThat(metric("planstream_spark_tasks_total{executor=\"1\"}")).isEqualTo("1.0");
	}

	@Test
	void aPortThatIsTakenIsNamed() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> new Pages(this.address, MetricsAccess.of(this.address, ""), this.registry, this.state))
			.withMessageContainingAll("Cannot listen on", String.valueOf(this.address.getPort()));
	}

	private String metric(String name) throws Exception {
		return get("/actuator/prometheus").body()
			.lines()
			.filter((line) -> line.startsWith(name + " "))
			.map((line) -> line.substring(line.lastIndexOf(' ') + 1))
			.findFirst()
			.orElse("none");
	}

	private HttpResponse<String> get(String path) throws Exception {
		URI uri = URI.create("http://127.0.0.1:" + this.address.getPort() + path);
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

}
