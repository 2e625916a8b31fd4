package io.planstream.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The keys are those of the Compose specification that this file uses; others are refused
 * here, so that a misspelt one is found without Docker. {@code DockerComposeTests} asks
 * the real thing where it is installed.
 */
class ComposeFileTests {

	private static final ComposeFile FILE = ComposeFile.INSTANCE;

	private static final Set<String> SERVICE_KEYS = Set.of("image", "build", "command", "environment", "user",
			"read_only", "tmpfs", "volumes", "ports", "networks", "depends_on", "healthcheck", "mem_limit", "restart",
			"security_opt", "cap_drop", "logging", "stop_grace_period", "profiles", "secrets");

	/** They end by themselves when their work is done. */
	private static final Set<String> ONE_SHOT = Set.of("superset-init");

	private static final Map<String, String> ADDRESSES = Map.of("superset", "192.168.33.10", "ingest-app",
			"192.168.33.11", "spark-app", "192.168.33.12", "kafka", "192.168.33.13", "mysql", "192.168.33.14",
			"consumer-app", "192.168.33.15", "superset-db", "192.168.33.16", "superset-init", "192.168.33.17",
			"prometheus", "192.168.33.18");

	static Stream<Node> services() {
		return FILE.services().stream();
	}

	@Test
	void usesTopLevelKeysOfTheSpecificationOnly() {
		Set<String> keys = new TreeSet<>(FILE.top().keys());
		keys.removeIf((key) -> key.startsWith("x-"));
		assertThat(keys).containsExactlyInAnyOrder("name", "services", "networks", "volumes", "secrets");
	}

	@ParameterizedTest
	@MethodSource("services")
	void aServiceHasKnownKeysOnly(Node service) {
		assertThat(service.keys()).isSubsetOf(SERVICE_KEYS).contains("image");
		assertThat(service.get("healthcheck").keys()).isSubsetOf("test", "interval", "timeout", "retries",
				"start_period");
		assertThat(service.get("build").keys()).isSubsetOf("context", "dockerfile", "args");
		for (Node volume : service.get("volumes").items()) {
			if (volume.value() instanceof Map<?, ?>) {
				assertThat(volume.keys()).containsExactlyInAnyOrder("type", "source", "target", "read_only", "bind");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("services")
	void everyImageHasAFixedVersion(Node service) {
		assertThat(service.get("image").text()).matches("[a-z/-]+:v?\\d+\\.\\d+(\\.\\d+)?(-[a-z]+)?");
	}

	@ParameterizedTest
	@MethodSource("services")
	void aServiceMayDoLittle(Node service) {
		assertThat(service.get("security_opt").texts()).containsExactly("no-new-privileges:true");
		assertThat(service.get("cap_drop").texts()).containsExactly("ALL");
		assertThat(service.get("user").text()).isNotEmpty().doesNotStartWith("0").isNotEqualTo("root");
	}

	@ParameterizedTest
	@MethodSource("services")
	void memoryIsLimitedWithHeadRoomAboveTheHeap(Node service) {
		long limit = megabytes(service.get("mem_limit").text());
		assertThat(limit).isPositive();
		Map<String, String> environment = service.get("environment").entries();
		for (String name : List.of("JDK_JAVA_OPTIONS", "KAFKA_HEAP_OPTS")) {
			if (environment.containsKey(name)) {
				long heap = megabytes(environment.get(name).replaceAll(".*-Xmx(\\S+).*", "$1"));
				assertThat(limit).as("%s of %s", name, service).isGreaterThanOrEqualTo(heap + 320);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("services")
	void aServiceThatStaysIsCheckedAndStartedAgain(Node service) {
		if (ONE_SHOT.contains(name(service))) {
			assertThat(service.get("restart").text()).isEqualTo("no");
			return;
		}
		assertThat(service.get("restart").text()).isEqualTo("unless-stopped");
		Node check = service.get("healthcheck");
		assertThat(check.get("test").texts()).hasSizeGreaterThan(1).startsWith("CMD");
		assertThat(check.keys()).contains("interval", "timeout", "retries", "start_period");
	}

	@ParameterizedTest
	@MethodSource("services")
	void aServiceWaitsForWhatItNeeds(Node service) {
		Node needs = service.get("depends_on");
		for (String needed : needs.keys()) {
			String condition = needs.get(needed).get("condition").text();
			String best = ONE_SHOT.contains(needed) ? "service_completed_successfully" : "service_healthy";
			assertThat(condition).as("%s of %s", needed, service).isIn(best, "service_started");
			FILE.service(needed);
		}
		if (name(service).endsWith("-app")) {
			assertThat(needs.keys()).contains("kafka", "mysql");
		}
	}

	@Test
	void addressesAreThoseOfTheFourMachines() {
		Map<String, String> found = new HashMap<>();
		services().forEach((service) -> found.put(name(service),
				service.get("networks").get("machines").get("ipv4_address").text()));
		assertThat(found).isEqualTo(ADDRESSES);
		Node machines = FILE.top().get("networks").get("machines");
		assertThat(machines.get("internal").value()).isEqualTo(true);
		Node pool = machines.get("ipam").get("config").items().get(0);
		assertThat(pool.get("subnet").text()).isEqualTo("192.168.33.0/24");
		assertThat(pool.get("ip_range").text()).as("addresses nobody chose").isEqualTo("192.168.33.128/25");
	}

	@ParameterizedTest
	@MethodSource("services")
	void portsAreOpenOnTheLoopbackAddressOnly(Node service) {
		List<String> ports = service.get("ports").texts();
		assertThat(ports).allMatch((port) -> port.matches("127\\.0\\.0\\.1:\\$\\{PLANSTREAM_\\w+_PORT:-(\\d+)}:\\1"),
				"127.0.0.1:${PLANSTREAM_..._PORT:-n}:n");
		assertThat(service.get("networks").keys().contains("published")).as("published network of %s", service)
			.isEqualTo(!ports.isEmpty());
	}

	@Test
	void everySecretStopsTheStartWhenItIsMissing() {
		Set<String> written = new TreeSet<>(SecretsTests.names());
		written.removeAll(SecretsTests.tokens());
		written.addAll(SecretsTests.hashes());
		for (ComposeFile.Variable variable : FILE.variables()) {
			if (written.contains(variable.name())) {
				assertThat(variable.isRequired()).as(variable.toString()).isTrue();
				assertThat(variable.word()).isEqualTo("run infra/compose/secrets first");
			}
			else {
				assertThat(variable.hasDefault()).as(variable.toString()).isTrue();
			}
		}
		assertThat(FILE.variables().stream().map(ComposeFile.Variable::name)).containsAll(written);
		assertThat(FILE.text()).doesNotContainPattern("\\$\\w");
	}

	@ParameterizedTest
	@MethodSource("services")
	void noPasswordHasADefaultOrStandsInACommand(Node service) {
		service.get("environment").entries().forEach((name, value) -> {
			if (name.matches(".*(PASSWORD|SECRET|KEY|TOKEN).*") && !name.endsWith("_ROLE")) {
				assertThat(value).as(name).matches("\\$\\{\\w+:\\?[^}]+}");
			}
			else {
				assertThat(value).as(name).doesNotContain(":?");
			}
		});
		List<String> seen = Stream.of("command", "healthcheck").flatMap((key) -> {
			Node node = service.get(key);
			return (key.equals("command") ? node : node.get("test")).texts().stream();
		}).toList();
		assertThat(seen).noneMatch((word) -> word.contains("$"));
	}

	@ParameterizedTest
	@MethodSource("services")
	void whatIsMountedExists(Node service) {
		for (Node volume : service.get("volumes").items()) {
			if (volume.value() instanceof String text) {
				String source = text.substring(0, text.indexOf(':'));
				assertThat(FILE.top().get("volumes").keys()).as("named volume of %s", service).contains(source);
			}
			else {
				assertThat(volume.get("read_only").value()).isEqualTo(true);
				assertThat(volume.get("bind").get("create_host_path").value()).isEqualTo(false);
				Path source = ComposeFile.FOLDER
					.resolve(ComposeFile.resolve(volume.get("source").text(), (name) -> null));
				assertThat(source.normalize()).isDirectory();
			}
		}
	}

	@Test
	void everyVolumeIsUsed() {
		Set<String> used = services().flatMap((service) -> service.get("volumes").items().stream())
			.filter((volume) -> volume.value() instanceof String)
			.map((volume) -> volume.text().substring(0, volume.text().indexOf(':')))
			.collect(Collectors.toSet());
		assertThat(FILE.top().get("volumes").keys()).isEqualTo(used);
	}

	@Test
	void aFolderOfDataIsReadWhereTheApplicationLooks() {
		List<String> targets = FILE.service("ingest-app")
			.get("volumes")
			.items()
			.stream()
			.map((volume) -> (volume.value() instanceof String text) ? text.substring(text.indexOf(':') + 1)
					: volume.get("target").text())
			.toList();
		Map<String, String> environment = FILE.service("ingest-app").get("environment").entries();
		assertThat(targets).containsExactlyInAnyOrder(environment.get("PLANSTREAM_DATA_DIRECTORIES"),
				environment.get("PLANSTREAM_DATA_UPLOADS"));
	}

	@Test
	void aTokenInPlainTextIsGivenToTheScraperAlone() {
		assertThat(FILE.top().get("secrets").keys()).containsExactly("metrics-token");
		assertThat(FILE.top().get("secrets").get("metrics-token").get("environment").text())
			.isEqualTo("PLANSTREAM_METRICS_TOKEN");
		services().filter((service) -> service.get("secrets").exists())
			.forEach((service) -> assertThat(name(service)).isEqualTo("prometheus"));
	}

	@Test
	void prometheusScrapesWhatRunsOfTheApplicationsWhereTheyListen() {
		String configuration = ComposeFile.read(ComposeFile.FOLDER.resolve("prometheus/prometheus.yml"));
		assertThat(configuration)
			.contains("targets: [\"ingest-app:" + port("ingest-app", "SERVER_PORT") + "\"]",
					"names: [consumer-app.], type: A, port: " + port("consumer-app", "SERVER_PORT"),
					"names: [spark-app.], type: A, port: " + port("spark-app", "PLANSTREAM_HTTP_PORT"))
			.contains("rule_files: [/etc/prometheus/alerts.yml]")
			.containsOnlyOnce("names: [consumer-app.]");
		Node prometheus = FILE.service("prometheus");
		assertThat(prometheus.get("command").items().stream().map(Node::text))
			.contains("--config.file=/etc/planstream/prometheus.yml");
		assertThat(prometheus.get("volumes")
			.items()
			.stream()
			.filter((volume) -> volume.value() instanceof Map)
			.map((volume) -> volume.get("source").text() + " " + volume.get("target").text()))
			.containsExactly("./prometheus /etc/planstream", "../prometheus /etc/prometheus");
	}

	private static String port(String service, String variable) {
		return FILE.service(service).get("environment").get(variable).text();
	}

	private static String name(Node service) {
		return service.place().substring(service.place().lastIndexOf('.') + 1);
	}

	private static long megabytes(String size) {
		long number = Long.parseLong(size.substring(0, size.length() - 1));
		return switch (size.charAt(size.length() - 1)) {
			case 'm' -> number;
			case 'g' -> number * 1024;
			default -> throw new AssertionError("unknown unit of " + size);
		};
	}

}
