package io.planstream.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.planstream.embedded.FreePorts;
import io.planstream.generator.DataSetGenerator;
import io.planstream.testsupport.server.TestBroker;
import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Both applications as their images run them: from the unpacked layers, with exactly the
 * environment of compose.yaml. Only hosts, ports and the folder of data are those of this
 * test, and two settings are added by which the applications show what they were given.
 */
@DisabledOnOs(OS.WINDOWS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackIT {

	private static final Path WORK = Path.of("target", "stack").toAbsolutePath();

	private static final Path DATA = WORK.resolve("data");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TestDatabase DATABASE = TestDatabase.createEmpty();

	private static final Map<String, LayeredApp> APPS = new HashMap<>();

	@BeforeAll
	static void start() throws IOException {
		java.nio.file.Files.createDirectories(DATA);
		DataSetGenerator.of(0.001, 7).writeTo(DATA, (bytes) -> {
		});
		List<Integer> ports = FreePorts.pick(2);
		for (String name : List.of("ingest-app", "consumer-app")) {
			LayeredApp app = LayeredApp.extract(name, WORK, ports.get(APPS.size()), environment(name));
			APPS.put(name, app);
			app.start();
			app.awaitReady();
		}
	}

	@AfterAll
	static void stop() {
		APPS.values().forEach(LayeredApp::close);
		DATABASE.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ingest-app", "consumer-app" })
	@Order(1)
	void everyVariableArrivesInASetting(String name) throws Exception {
		Set<String> arrived = new TreeSet<>();
		for (JsonNode origin : JSON.readTree(APPS.get(name).get("/actuator/configprops")).findValues("origin")) {
			Matcher matcher = Pattern.compile("System Environment Property \"(\\w+)\"").matcher(origin.asString());
			if (matcher.find()) {
				arrived.add(matcher.group(1));
			}
		}
		Set<String> given = new TreeSet<>(ComposeFile.INSTANCE.service(name).get("environment").keys());
		assertThat(given.remove("JDK_JAVA_OPTIONS")).isTrue();
		assertThat(arrived).containsAll(given);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ingest-app", "consumer-app" })
	@Order(2)
	void theVirtualMachineHasTheHeapOfTheImage(String name) {
		String options = ComposeFile.INSTANCE.service(name).get("environment").get("JDK_JAVA_OPTIONS").text();
		assertThat(APPS.get(name).log()).contains("NOTE: Picked up JDK_JAVA_OPTIONS: " + options);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ingest-app", "consumer-app" })
	@Order(3)
	void theHealthCheckOfTheImageSucceeds(String name) {
		Shell shell = APPS.get(name).health();
		assertThat(shell.exitCode()).as(shell.output()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ingest-app", "consumer-app" })
	@Order(3)
	void eachTokenOpensWhatItsRoleMaySee(String name) throws Exception {
		LayeredApp app = APPS.get(name);
		List<String> endpoints = app.actuator();
		assertThat(endpoints).contains("/actuator/health", "/actuator/prometheus");
		for (String path : endpoints) {
			boolean health = path.startsWith("/actuator/health");
			assertThat(app.status(path, null)).as(path).isEqualTo(health ? 200 : 401);
			assertThat(app.status(path, "wrong")).as(path).isEqualTo(401);
			assertThat(app.status(path, "viewer")).as(path).isEqualTo(health ? 200 : 403);
			assertThat(app.status(path, "metrics")).as(path)
				.isEqualTo((health || path.equals("/actuator/prometheus")) ? 200 : 403);
			assertThat(app.status(path, LayeredApp.TOKEN)).as(path).isEqualTo(200);
		}
		assertThat(app.status("/actuator/configprops", null)).isEqualTo(401);
		assertThat(app.status("/api/runs", null)).isEqualTo(401);
	}

	@Test
	@Order(4)
	void theRequestOfTheReadmeBeginsARunThatReconciles() throws Exception {
		String readme = ComposeFile.read(ComposeFile.FOLDER.resolve("README.md"));
		Matcher request = Pattern.compile("curl .*-d '(\\{.*})' http://127\\.0\\.0\\.1:8080(/\\S+)").matcher(readme);
		assertThat(request.find()).isTrue();
		LayeredApp ingest = APPS.get("ingest-app");
		String answer = ingest.post(request.group(2), request.group(1).replace("\"/data", "\"" + DATA));
		String run = request.group(2) + "/" + JSON.readTree(answer).get("runId").asString();
		await("the run to be complete").atMost(java.time.Duration.ofMinutes(2))
			.until(() -> JSON.readTree(ingest.get(run)).get("state").asString().equals("COMPLETE"));
		assertThat(JSON.readTree(ingest.get(run)).get("reconciled").asBoolean()).as(ingest.get(run)).isTrue();
		assertThat(DATABASE.readerClient().sql("select count(*) from v_plan").query(Long.class).single()).isPositive();
	}

	@Test
	@Order(5)
	void applicationsWriteNowhereButToTheTemporaryFolder() {
		APPS.values().forEach((app) -> assertThat(app.writtenFiles()).as(app.toString()).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "ingest-app", "consumer-app" })
	@Order(6)
	void theHealthCheckFailsForAnotherAnswerAndWhenTheApplicationIsGone(String name) {
		LayeredApp app = APPS.get(name);
		assertThat(app.health("/actuator/health/nonsense").exitCode()).isNotZero();
		app.close();
		assertThat(app.health().exitCode()).isNotZero();
	}

	private static Map<String, String> environment(String name) {
		Map<String, String> accounts = new HashMap<>(DATABASE.ingestProperties());
		Map<String, String> passwords = Map.of("PLANSTREAM_INGEST_PASSWORD", accounts.get("spring.datasource.password"),
				"PLANSTREAM_MIGRATOR_PASSWORD", accounts.get("spring.flyway.password"), "PLANSTREAM_CONSUMER_PASSWORD",
				DATABASE.accounts().consumerPassword(), "PLANSTREAM_OPERATOR_TOKEN_SHA256",
				SecretsTests.sha256(LayeredApp.TOKEN), "PLANSTREAM_VIEWER_TOKEN_SHA256", SecretsTests.sha256("viewer"),
				"PLANSTREAM_METRICS_TOKEN_SHA256", SecretsTests.sha256("metrics"));
		Map<String, String> environment = ComposeFile.INSTANCE.environment(name, passwords::get);
		environment.compute("SPRING_DATASOURCE_URL", (key, url) -> here(url));
		assertThat(environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", TestBroker.bootstrapServers()))
			.isEqualTo("kafka:9092");
		assertThat(environment).containsEntry("SERVER_ADDRESS", "0.0.0.0");
		environment.computeIfPresent("PLANSTREAM_DATA_DIRECTORIES", (key, folder) -> DATA.toString());
		environment.computeIfPresent("PLANSTREAM_DATA_UPLOADS", (key, folder) -> WORK.resolve("uploads").toString());
		environment.put("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,prometheus,configprops");
		return environment;
	}

	/** The options of the address stay; what only the test's server needs is added. */
	private static String here(String url) {
		String host = "jdbc:mysql://mysql:3306/planstream?";
		assertThat(url).startsWith(host);
		String here = DATABASE.jdbcUrl();
		String options = url.substring(host.length());
		return here.substring(0, here.indexOf('?') + 1) + options
				+ (here.contains("useInformationSchema=false") ? "&useInformationSchema=false" : "");
	}

}
