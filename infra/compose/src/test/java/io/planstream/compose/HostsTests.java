package io.planstream.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What the scripts of infra/hosts write, by running their first step into a folder.
 * {@code infra/hosts/verify} starts it all.
 */
@DisabledOnOs(OS.WINDOWS)
class HostsTests {

	private static final Path HOSTS = ComposeFile.ROOT.resolve("infra/hosts");

	/** They differ for a reason: one machine, its own folders, MariaDB. */
	private static final Set<String> OWN = Set.of("SERVER_ADDRESS", "SERVER_TOMCAT_BASEDIR", "SPARK_LOCAL_DIRS",
			"PLANSTREAM_DATA_DIRECTORIES", "PLANSTREAM_SUPERSET_URL", "PLANSTREAM_HTTP_ADDRESS",
			"PLANSTREAM_CHECKPOINT", "SPRING_DATASOURCE_URL", "PLANSTREAM_JDBC_URL", "SPRING_KAFKA_BOOTSTRAP_SERVERS",
			"PLANSTREAM_BOOTSTRAP_SERVERS");

	private static final List<String> PROGRAMS = List.of("ingest-app-exec.jar", "consumer-app-exec.jar",
			"spark-app.jar", "spark/jars/spark.jar");

	@TempDir
	private static Path folder;

	/** The project as it is copied to a machine, the programs beside the folder infra. */
	@TempDir
	private static Path project;

	@BeforeAll
	static void configure() throws IOException {
		copyTo(project);
		run(Map.of(), HOSTS.resolve("secrets").toString(), "--folder", folder.resolve("secrets").toString());
		for (String role : List.of("kafka", "mysql", "processing", "superset")) {
			configure(role, project);
		}
	}

	/** Or JUnit warns that it finds a link. */
	@AfterAll
	static void unlink() throws IOException {
		Files.delete(project.resolve("infra"));
	}

	private static void copyTo(Path target) throws IOException {
		Files.createDirectories(target.resolve("spark/jars"));
		Files.createSymbolicLink(target.resolve("infra"), ComposeFile.ROOT.resolve("infra"));
		for (String program : PROGRAMS) {
			Files.writeString(target.resolve(program), program);
		}
	}

	private static void configure(String role, Path from) {
		run(environment(folder.resolve(role), folder.resolve("secrets"), from), script(role), "configure");
	}

	private static String script(String role) {
		return HOSTS.resolve("provision/" + role).toString();
	}

	private static Map<String, String> environment(Path root, Path secrets, Path from) {
		return Map.of("ROOT", root.toString(), "PLANSTREAM_SECRETS", secrets.toString(), "PLANSTREAM_PROJECT",
				from.toString());
	}

	private static void run(Map<String, String> environment, String... command) {
		Shell shell = Shell.run(folder, environment, List.of(command));
		assertThat(shell.exitCode()).as(shell.output()).isZero();
	}

	@Test
	void noPlaceholderIsLeft() throws IOException {
		for (Path file : files()) {
			assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("@[A-Z]+@");
		}
	}

	@Test
	void addressesAreThoseOfTheFourMachines() {
		assertThat(ComposeFile.read(HOSTS.resolve("layout"))).contains("\nSUPERSET=192.168.33.10\n",
				"\nSPARK=192.168.33.12\n", "\nKAFKA=192.168.33.13\n", "\nMYSQL=192.168.33.14\n");
		assertThat(text("kafka/etc/planstream/server.properties"))
			.contains("listeners=PLAINTEXT://192.168.33.13:9092,CONTROLLER://127.0.0.1:9093");
		assertThat(text("mysql/etc/mysql/conf.d/planstream.cnf")).contains("bind-address = 192.168.33.14");
		assertThat(text("mysql/etc/planstream/firewall.nft"))
			.contains("tcp dport 3306 ip saddr { 192.168.33.12, 192.168.33.10, 192.168.33.14 } accept");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ingest-app", "consumer-app", "spark-app" })
	void anApplicationHasTheSettingsOfTheComposeStack(String app) {
		Map<String, String> compose = ComposeFile.INSTANCE.environment(app, (name) -> "secret of the stack");
		Map<String, String> here = variables("processing/etc/planstream/" + app + ".env");
		Map<String, String> secrets = variables("processing/etc/planstream/" + app + ".secrets");
		Set<String> names = new TreeSet<>(here.keySet());
		names.addAll(secrets.keySet());
		names.removeAll(List.of("SERVER_TOMCAT_BASEDIR", "SPARK_LOCAL_DIRS"));
		// nobody signs in on a loopback address, and files are put on the machine itself
		compose.keySet().removeIf((name) -> name.matches("PLANSTREAM_(ACCESS_.*|DATA_UPLOADS)"));
		assertThat(names).isEqualTo(compose.keySet());
		here.keySet().removeAll(OWN);
		compose.keySet().removeAll(OWN);
		compose.values().remove("secret of the stack");
		compose.keySet().removeAll(secrets.keySet());
		assertThat(here).isEqualTo(compose);
	}

	@Test
	void kafkaHasTheSettingsOfTheComposeStack() {
		Map<String, String> here = variables("kafka/etc/planstream/server.properties");
		ComposeFile.INSTANCE.service("kafka").get("environment").entries().forEach((name, value) -> {
			String property = name.replaceFirst("KAFKA_", "").toLowerCase(java.util.Locale.ROOT).replace('_', '.');
			if (!List.of("heap.opts", "listeners", "advertised.listeners", "log.dirs").contains(property)) {
				assertThat(here).as(name).containsEntry(property, value);
			}
		});
	}

	@Test
	void aProgramGetsItsOwnSecretsOnlyAndNobodyElseReadsThem() throws IOException {
		Map<String, String> made = new TreeMap<>();
		for (Path file : files().stream().filter((path) -> path.toString().endsWith(".secrets")).toList()) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
			made.put(folder.relativize(file).toString(), String.join(" ", names(Files.readString(file))));
		}
		made.keySet().removeIf((name) -> name.startsWith("secrets/"));
		assertThat(made).isEqualTo(Map.of("mysql/etc/planstream/mysql.secrets",
				"PLANSTREAM_CONSUMER_PASSWORD PLANSTREAM_INGEST_PASSWORD PLANSTREAM_MIGRATOR_PASSWORD"
						+ " PLANSTREAM_READER_PASSWORD",
				"processing/etc/planstream/ingest-app.secrets", "SPRING_DATASOURCE_PASSWORD SPRING_FLYWAY_PASSWORD",
				"processing/etc/planstream/consumer-app.secrets", "SPRING_DATASOURCE_PASSWORD",
				"processing/etc/planstream/spark-app.secrets", "PLANSTREAM_JDBC_PASSWORD",
				"superset/etc/planstream/superset.secrets",
				"PLANSTREAM_READER_PASSWORD SUPERSET_ADMIN_PASSWORD SUPERSET_DB_PASSWORD SUPERSET_SECRET_KEY"
						+ " SUPERSET_VIEWER_PASSWORD"));
		for (Path file : files()) {
			if (!file.toString().endsWith(".secrets")) {
				assertThat(Files.readString(file)).as(file.toString()).doesNotContain("=Ps1-");
			}
		}
	}

	@Test
	void secretsAreMadeOnceAndTheClusterKeepsItsIdentity() {
		String before = text("secrets/mysql.secrets") + text("kafka/etc/planstream/kafka.env");
		run(Map.of(), HOSTS.resolve("secrets").toString(), "--folder", folder.resolve("secrets").toString());
		configure("kafka", project);
		assertThat(text("secrets/mysql.secrets") + text("kafka/etc/planstream/kafka.env")).isEqualTo(before);
		assertThat(variables("kafka/etc/planstream/kafka.env").get("KAFKA_CLUSTER_ID")).matches("[\\w-]{22}");
	}

	@Test
	void everyUnitMayDoLittle() throws IOException {
		List<Path> units = files().stream()
			.filter((path) -> path.toString().endsWith(".service") && !path.toString().contains("firewall"))
			.toList();
		assertThat(units).hasSize(5);
		for (Path unit : units) {
			assertThat(Files.readString(unit)).as(unit.toString())
				.contains("\nUser=", "\nNoNewPrivileges=yes\n", "\nCapabilityBoundingSet=\n",
						"\nProtectSystem=strict\n", "\nMemoryMax=", "\nRestart=always\n", "\nStateDirectory=");
		}
	}

	@Test
	void prometheusScrapesWhereTheApplicationsListen() {
		assertThat(text("processing/etc/prometheus/targets/ingest-app.yml")).contains("\"127.0.0.1:8080\"");
		assertThat(text("processing/etc/prometheus/targets/consumer-app.yml")).contains("\"127.0.0.1:8081\"");
		assertThat(text("processing/etc/prometheus/alerts.yml")).contains("PlanStreamLag");
	}

	@Test
	void programsLieWhereTheUnitsStartThem() throws IOException {
		Path programs = folder.resolve("processing/opt/planstream");
		Path old = Files.writeString(programs.resolve("spark/jars/old.jar"), "of the release before");
		configure("processing", project);
		assertThat(old).doesNotExist();
		assertThat(programs.resolve("ingest-app.jar")).hasContent("ingest-app-exec.jar");
		assertThat(programs.resolve("consumer-app.jar")).hasContent("consumer-app-exec.jar");
		assertThat(programs.resolve("spark-app.jar")).hasContent("spark-app.jar");
		assertThat(programs.resolve("spark/jars/spark.jar")).hasContent("spark/jars/spark.jar");
		for (String app : List.of("ingest-app", "consumer-app", "spark-app")) {
			assertThat(text("processing/etc/systemd/system/planstream-" + app + ".service"))
				.contains("java -jar " + programs.resolve(app + ".jar"));
		}
	}

	@Test
	void aProgramThatIsNotBuiltStopsWithWhatToDo(@TempDir Path empty) {
		Shell shell = Shell.run(folder, environment(empty, folder.resolve("secrets"), empty),
				List.of(script("processing"), "configure"));
		assertThat(shell.exitCode()).isEqualTo(1);
		assertThat(shell.output()).contains("ingest-app-exec.jar is neither in", "mvn -DskipTests package");
	}

	@Test
	void aMissingSecretStopsWithWhatToDo(@TempDir Path empty) {
		Shell shell = Shell.run(folder, environment(empty, Path.of("/nowhere"), project),
				List.of(script("mysql"), "configure"));
		assertThat(shell.exitCode()).isEqualTo(1);
		assertThat(shell.output()).contains("mysql.secrets is missing", "Run infra/hosts/secrets");
	}

	@Test
	void theProofSaysWhenTheHostDoesNotAllowIt(@TempDir Path programs) throws IOException {
		assumeThat(Shell.works("ip", "-V")).as("iproute2 is installed").isTrue();
		Path unshare = Files.writeString(programs.resolve("unshare"),
				"#!/usr/bin/env bash\necho 'Operation not permitted' >&2\nexit 1\n");
		Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwxr-xr-x"));
		Shell shell = Shell.run(folder, Map.of("PATH", programs + ":" + System.getenv("PATH")),
				List.of(HOSTS.resolve("verify").toString()));
		assertThat(shell.exitCode()).as(shell.output()).isEqualTo(3);
		assertThat(shell.output()).contains("does not allow network namespaces: Operation not permitted");
		assertThat(Shell.run(folder, HOSTS.resolve("verify").toString(), "--nonsense").exitCode()).isEqualTo(2);
	}

	@Test
	void theVagrantfileIsRuby() {
		assumeThat(Shell.works("ruby", "--version")).as("ruby is installed").isTrue();
		Shell shell = Shell.run(HOSTS, "ruby", "-c", "Vagrantfile");
		assertThat(shell.exitCode()).as(shell.output()).isZero();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all
				.filter((path) -> Files.isRegularFile(path)
						&& !path.toString().matches(".*(\\.jar|/assets/.*|/superset/opt/.*)"))
				.toList();
		}
	}

	private String text(String file) {
		return ComposeFile.read(folder.resolve(file));
	}

	private static Set<String> names(String text) {
		return Pattern.compile("(?m)^(\\w+)=")
			.matcher(text)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Map<String, String> variables(String file) {
		return text(file).lines()
			.filter((line) -> line.matches("[\\w.]+=.*"))
			.collect(Collectors.toMap((line) -> line.substring(0, line.indexOf('=')),
					(line) -> line.substring(line.indexOf('=') + 1).replaceAll("^\"|\"$", ""), (one, two) -> two,
					TreeMap::new));
	}

}
