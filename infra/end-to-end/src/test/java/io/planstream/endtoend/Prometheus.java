package io.planstream.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.planstream.embedded.FreePorts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Prometheus with the files of infra/prometheus. Only the targets are those of the
 * test, and time runs faster: it scrapes every second, and a minute of the rules lasts
 * {@value #SECONDS_OF_A_MINUTE} seconds.
 */
final class Prometheus implements AutoCloseable {

	/** The files as they are shipped. */
	static final Path FOLDER = Path.of("../prometheus").toAbsolutePath().normalize();

	private static final int SECONDS_OF_A_MINUTE = 6;

	private static final Pattern MINUTES = Pattern.compile("\\b(\\d+)m\\b");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final int port = FreePorts.pick();

	private final Path folder;

	private final Process process;

	private Prometheus(Path folder) throws IOException {
		this.folder = folder;
		this.process = new ProcessBuilder("prometheus", "--config.file=prometheus.yml", "--storage.tsdb.path=data",
				"--web.listen-address=127.0.0.1:" + this.port, "--log.level=warn")
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
	}

	/** Starts it with the address, as host and port, of each job. */
	static Prometheus start(Path folder, Map<String, String> targets) {
		try {
			FileSystemUtils.deleteRecursively(folder);
			FileSystemUtils.copyRecursively(FOLDER, folder);
			edit(folder.resolve("prometheus.yml"), (text) -> text.replaceAll("(_interval:) 5s", "$1 1s"));
			edit(folder.resolve("alerts.yml"), Prometheus::faster);
			for (Map.Entry<String, String> target : targets.entrySet()) {
				edit(folder.resolve("targets/" + target.getKey() + ".yml"),
						(text) -> text.replaceAll("\"[^\"]+\"", '"' + target.getValue() + '"'));
			}
			Prometheus prometheus = new Prometheus(folder);
			prometheus.awaitReady();
			return prometheus;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String faster(String rules) {
		return MINUTES.matcher(rules)
			.replaceAll((match) -> Integer.parseInt(match.group(1)) * SECONDS_OF_A_MINUTE + "s");
	}

	private static void edit(Path file, java.util.function.UnaryOperator<String> change) throws IOException {
		String before = Files.readString(file);
		String after = change.apply(before);
		assertThat(after).as(file.toString()).isNotEqualTo(before);
		Files.writeString(file, after);
	}

	private void awaitReady() {
		await("Prometheus to be ready").atMost(Duration.ofSeconds(60)).until(() -> {
			assertThat(this.process.isAlive()).as(log()).isTrue();
			return status("/-/ready") == 200;
		});
	}

	/** Values by label sets, of which one name is shown only. */
	Map<String, Double> query(String expression, String label) {
		Map<String, Double> values = new TreeMap<>();
		for (JsonNode sample : get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
			.get("data")
			.get("result")) {
			values.put(sample.get("metric").path(label).asString(""),
					Double.parseDouble(sample.get("value").get(1).asString()));
		}
		return values;
	}

	/** The value of an expression that yields one. */
	double value(String expression) {
		Map<String, Double> values = query(expression, "");
		assertThat(values).as(expression).hasSize(1);
		return values.values().iterator().next();
	}

	/** The names of the alerts that fire now. */
	List<String> firing() {
		return List.copyOf(query("ALERTS{alertstate=\"firing\"}", "alertname").keySet());
	}

	private JsonNode get(String path) {
		try {
			HttpResponse<String> response = HTTP.send(request(path), HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
			return JSON.readTree(response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(log(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private int status(String path) throws InterruptedException {
		try {
			return HTTP.send(request(path), HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return -1;
		}
	}

	private HttpRequest request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(10))
			.build();
	}

	private String log() {
		try {
			return Files.readString(this.folder.resolve("log"));
		}
		catch (IOException ex) {
			return "no log: " + ex.getMessage();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroyForcibly();
		}
	}

}
