package io.planstream.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.planstream.embedded.Host;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An application as its image holds and starts it: the lines of the Dockerfile are
 * carried out in folders.
 */
final class LayeredApp implements AutoCloseable {

	/** An operator's. */
	static final String TOKEN = "stack-token";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final List<String> DOCKERFILE = ComposeFile.read(ComposeFile.FOLDER.resolve("app/Dockerfile"))
		.lines()
		.toList();

	private static final Path HEALTH = ComposeFile.FOLDER.resolve("app/health");

	private final String name;

	private final Path folder;

	private final Path temporary;

	private final Path log;

	private final int port;

	private final Map<String, String> environment;

	private final List<Path> files;

	private Process process;

	private LayeredApp(String name, Path work, int port, Map<String, String> environment) throws IOException {
		this.name = name;
		this.port = port;
		Path own = work.resolve(name);
		FileSystemUtils.deleteRecursively(own);
		this.folder = Files.createDirectories(own.resolve("app"));
		this.temporary = Files.createDirectories(own.resolve("tmp"));
		this.log = own.resolve("log");
		this.environment = new TreeMap<>(environment);
		this.environment.put("SERVER_PORT", String.valueOf(port));
		unpack(Files.createDirectories(own.resolve("build")));
		this.files = list();
	}

	static LayeredApp extract(String name, Path work, int port, Map<String, String> environment) {
		try {
			return new LayeredApp(name, work, port, environment);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void unpack(Path build) throws IOException {
		Path jar = ComposeFile.ROOT.resolve(line("COPY ${APP}").split(" ")[1].replace("${APP}", this.name));
		Files.copy(jar, build.resolve("app.jar"), StandardCopyOption.REPLACE_EXISTING);
		List<String> command = new ArrayList<>(List.of(line("RUN java ").substring("RUN ".length()).split(" ")));
		command.set(0, Host.javaTool("java"));
		Shell shell = Shell.run(build, Map.of(), command);
		assertThat(shell.exitCode()).as(shell.output()).isZero();
		for (String line : DOCKERFILE) {
			if (line.startsWith("COPY --from=layers /build/")) {
				Path layer = build.resolve(line.split(" ")[2].substring("/build/".length()));
				assertThat(layer).as(line).isDirectory();
				FileSystemUtils.copyRecursively(layer, this.folder);
			}
		}
	}

	private static String line(String beginning) {
		List<String> found = DOCKERFILE.stream().filter((line) -> line.startsWith(beginning)).toList();
		assertThat(found).as(beginning).hasSize(1);
		return found.get(0);
	}

	void start() {
		String[] entry = line("ENTRYPOINT ").replaceAll("^ENTRYPOINT \\[\"|\"]$", "").split("\", \"");
		assertThat(entry[0]).isEqualTo("java");
		List<String> command = new ArrayList<>(List.of(Host.javaTool("java"), "-Djava.io.tmpdir=" + this.temporary));
		command.addAll(Arrays.asList(entry).subList(1, entry.length));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile());
		builder.environment().putAll(this.environment);
		try {
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void awaitReady() {
		await(this.name + " to be ready").atMost(Duration.ofSeconds(120))
			.pollInterval(Duration.ofMillis(250))
			.until(() -> {
				assertThat(this.process.isAlive()).as(log()).isTrue();
				return health().exitCode() == 0;
			});
	}

	/** The check of compose.yaml, with the port of this test. */
	Shell health() {
		List<String> check = ComposeFile.INSTANCE.service(this.name).get("healthcheck").get("test").texts();
		assertThat(check).startsWith("CMD", "/app/health").hasSize(4);
		Map<String, String> given = ComposeFile.INSTANCE.service(this.name).get("environment").entries();
		assertThat(check.get(2)).isEqualTo(given.get("SERVER_PORT"));
		return health(check.get(3));
	}

	Shell health(String path) {
		return Shell.run(this.folder, "bash", HEALTH.toString(), String.valueOf(this.port), path);
	}

	String get(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path)));
	}

	/**
	 * What somebody is answered.
	 * @param token whose it is, or null for nobody's
	 */
	int status(String path, String token) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
	}

	/** The endpoints that the running application says it has for operating it. */
	List<String> actuator() throws IOException, InterruptedException {
		return Pattern.compile("\"href\":\"https?://[^/]+(/[^\"]+)\"")
			.matcher(get("/actuator"))
			.results()
			.map((link) -> link.group(1).replace("{prefix}", "server").replace("{*path}", "liveness"))
			.toList();
	}

	String post(String path, String body) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> response = HTTP.send(
				request.header("Authorization", "Bearer " + TOKEN).timeout(Duration.ofSeconds(30)).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
		return response.body();
	}

	String log() {
		return ComposeFile.read(this.log);
	}

	/** What came into the folder that is read-only in the container. */
	List<Path> writtenFiles() {
		List<Path> now = new ArrayList<>(list());
		now.removeAll(this.files);
		return now;
	}

	private List<Path> list() {
		try (Stream<Path> all = Files.walk(this.folder)) {
			return all.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process == null || !this.process.isAlive()) {
			return;
		}
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
