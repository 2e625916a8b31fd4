package io.planstream.local.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import io.planstream.embedded.Host;
import io.planstream.local.PlanStream;
import io.planstream.local.home.Home;
import io.planstream.local.home.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Runs the commands as a person does, as processes of their own. Broker and database are
 * real, the applications are {@link FakeApp}.
 */
class CommandLineIT {

	private static final String HEADER = "BusinessYear,StateCode,IssuerId,SourceName,VersionNum,ImportDate,IssuerId2,"
			+ "FederalTIN,RateEffectiveDate,RateExpirationDate,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,"
			+ "IndividualTobaccoRate,Couple,PrimarySubscriberAndOneDependent,PrimarySubscriberAndTwoDependents,"
			+ "PrimarySubscriberAndThreeOrMoreDependents,CoupleAndOneDependent,CoupleAndTwoDependents,"
			+ "CoupleAndThreeOrMoreDependents,RowNumber\n";

	private static final String ROW = "2014,AK,21989,HIOS,6,2014-03-19 07:06:49,21989,93-0438772,2014-01-01,2014-12-31,"
			+ "21989AK0010001,Rating Area 1,No Preference,0-20,29,,,,,,,,,14\n";

	private final List<Process> commands = new ArrayList<>();

	private Path folder;

	private Path home;

	@BeforeEach
	void makeProject() throws Exception {
		Path all = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
		this.folder = Files.createTempDirectory(all, "commands");
		this.home = this.folder.resolve("home");
		Path project = Files.createDirectories(this.folder.resolve("project"));
		writeAppJar(project.resolve(Path.of("ingest-app", "target", "ingest-app-exec.jar")));
		writeAppJar(project.resolve(Path.of("consumer-app", "target", "consumer-app-exec.jar")));
		Path programs = Path.of("..", "..", "target", "mariadb").toAbsolutePath().normalize();
		Files.createSymbolicLink(Files.createDirectories(project.resolve("target")).resolve("mariadb"),
				Files.createDirectories(programs));
	}

	@AfterEach
	void removeAll() throws Exception {
		for (Process command : this.commands) {
			command.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		}
		run("reset", "--yes");
		Home rest = new Home(this.home);
		if (rest.exists()) {
			rest.delete();
		}
	}

	@Test
	void ingestsAndLeavesNothingBehind() throws Exception {
		Path report = this.folder.resolve("report.json");

		Outcome outcome = run("ingest", file("Rate.csv", ROW), "--exit", "--report", report.toString());

		assertThat(outcome.output()).contains("is COMPLETE, every row has exactly one fate", "set aside");
		assertThat(outcome.exitCode()).isZero();
		JsonNode written = Json.MAPPER.readTree(report.toFile());
		assertThat(written.path("runId").asString()).isEqualTo("00000000000000aa");
		assertThat(written.path("datasets").path(0).path("rejected").asInt()).isEqualTo(1);
		assertThat(processes()).isEmpty();
	}

	@Test
	void stopsEverythingWhenItIsInterrupted() throws Exception {
		Process command = begin("ingest", file("slow.csv", ROW));
		awaitOutput("Run 00000000000000aa has begun");
		assertThat(processes()).hasSize(4);

		command.toHandle().destroy();

		assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(processes()).isEmpty();
		assertThat(output()).doesNotContain("Error ");
	}

	@Test
	void stopsEverythingWhenItIsInterruptedWhileItStarts() throws Exception {
		Process command = begin("up");
		awaitOutput("Starting database");

		command.toHandle().destroy();

		assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(processes()).isEmpty();
	}

	@Test
	void staysUpUntilItIsTakenDown() throws Exception {
		assertThat(run("up").exitCode()).isZero();
		List<ProcessHandle> first = processes();
		assertThat(first).hasSize(4);

		assertThat(run("up").exitCode()).isZero();
		assertThat(run("ingest", file("Rate.csv", ROW)).exitCode()).isZero();
		assertThat(processes()).containsExactlyInAnyOrderElementsOf(first);
		JsonNode status = Json.MAPPER.readTree(run("status", "--json").output());
		assertThat(status.path("state").asString()).isEqualTo("UP");
		assertThat(status.path("jdbc").asString()).startsWith("jdbc:mysql://127.0.0.1:");

		assertThat(run("mysql", "-e", "create table t (n int primary key, s text); insert into t values (1, 'a\tb')")
			.exitCode()).isZero();
		assertThat(run("mysql", "-N", "-B", "-e", "select n, s, null from t").output()).isEqualTo("1\ta\\tb\tNULL\n");
		assertThat(run("mysql", "-e", "select n from t").output()).contains("| n |", "| 1 |");
		assertThat(run("mysql", "-e", "select nonsense").exitCode()).isEqualTo(1);

		assertThat(run("down").exitCode()).isZero();
		assertThat(processes()).isEmpty();
		assertThat(Json.MAPPER.readTree(run("status", "--json").output()).path("state").asString()).isEqualTo("DOWN");
	}

	@Test
	void startsAgainWhatDiesDuringARun() throws Exception {
		begin("ingest", file("slow.csv", ROW));
		awaitOutput("Run 00000000000000aa has begun");

		processes().stream().filter((process) -> isApp(process, "ingest-app")).forEach(ProcessHandle::destroyForcibly);

		awaitOutput("The ingest-app has ended unexpectedly; starting it again");
		await().atMost(Duration.ofSeconds(30)).until(() -> processes().size() == 4);
	}

	@Test
	void takesOverAStackWhoseCommandWasKilled() throws Exception {
		Process command = begin("ingest", file("slow.csv", ROW));
		awaitOutput("Run 00000000000000aa has begun");
		command.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		assertThat(processes()).hasSize(4);

		assertThat(run("ingest", file("Rate.csv", ROW), "--exit").exitCode()).isZero();

		assertThat(processes()).isEmpty();
	}

	@Test
	void failsWhenTheRunFails() throws Exception {
		Outcome failed = run("ingest", file("failing.csv", ROW), "--exit");
		assertThat(failed.output()).contains("is FAILED, NOT reconciled", "The reasons");
		assertThat(failed.exitCode()).isEqualTo(1);

		Outcome refused = run("ingest", file("refused.csv", ROW), "--exit");
		assertThat(refused.output()).contains("Error REFUSED: This file is refused", "What to do: Try another.");
		assertThat(refused.exitCode()).isEqualTo(1);
		assertThat(processes()).isEmpty();
	}

	@Test
	void saysThatTheContentIsIngestedAlready() throws Exception {
		Path report = this.folder.resolve("report.json");

		Outcome outcome = run("ingest", file("known.csv", ROW), "--exit", "--report", report.toString());

		assertThat(outcome.output()).contains("ALREADY_INGESTED");
		assertThat(outcome.exitCode()).isZero();
		assertThat(Json.MAPPER.readTree(report.toFile()).path("state").asString()).isEqualTo("ALREADY_INGESTED");
	}

	@Test
	void refusesWrongInputBeforeItStartsAnything() throws Exception {
		Path empty = Files.createDirectories(this.folder.resolve("empty"));
		assertRefused("NO_SUCH_FILE", "ingest", this.folder.resolve("nothing.csv").toString());
		assertRefused("NO_KNOWN_FILES", "ingest", empty.toString());
		assertRefused("EMPTY_FILE", "ingest", write("zero.csv", ""));
		assertRefused("EMPTY_FILE", "ingest", file("header.csv", ""));
		assertRefused("NOT_CSV", "ingest", write("picture.csv", "\u0000\u0001\u0002"));
		assertRefused("MISSING_COLUMN", "ingest", write("less.csv", HEADER.replace("IndividualRate,", "") + ROW));
		assertRefused("WRONG_SCALE", "demo", "--scale", "0");
		assertThat(this.home).doesNotExist();
	}

	@Test
	void refusesAPortThatIsInUse() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertRefused("PORT_IN_USE", "up", "--console-port", String.valueOf(taken.getLocalPort()));
		}
	}

	@Test
	void refusesADamagedFolderAndMendsItByReset() throws Exception {
		Files.createDirectories(this.home);
		Files.writeString(this.home.resolve("stack.json"), "?");
		for (String command : List.of("up", "status", "down", "mysql", "runs")) {
			assertRefused("HOME_DAMAGED", command);
		}

		assertThat(run("reset", "--yes").exitCode()).isZero();
		assertThat(run("status").exitCode()).isZero();
	}

	@Test
	void stopsWhatItStartedWhenAPartDoesNotStart() throws Exception {
		Outcome outcome = run(Map.of("FAKE_APP_FAILS", "1"), "up");

		assertThat(outcome.output()).contains("Error START_FAILED", "FakeApp fails as it was told to");
		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(processes()).isEmpty();
	}

	@Test
	void saysWhatAFileHoldsAndStartsNothing() throws Exception {
		Outcome outcome = run("ingest", "--check", file("Rate.csv", ROW));

		assertThat(outcome.output()).contains("rate", "2014", "1 rows would be ingested");
		assertThat(outcome.exitCode()).isZero();
		assertThat(this.home).doesNotExist();
	}

	@Test
	void explainsEachCommand() throws Exception {
		for (String command : List.of("demo", "ingest", "runs", "generate", "tail", "mysql", "up", "down", "status",
				"reset")) {
			Outcome outcome = run(command, "--help");
			assertThat(outcome.exitCode()).isZero();
			assertThat(outcome.output()).contains("Usage: planstream " + command);
		}
		assertThat(run("nonsense").exitCode()).isEqualTo(2);
	}

	private void assertRefused(String code, String... arguments) throws Exception {
		Outcome outcome = run(arguments);
		assertThat(outcome.output()).contains("Error " + code + ": ", "What to do: ").doesNotContain("\tat ");
		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(processes()).isEmpty();
	}

	private String file(String name, String rows) throws IOException {
		return write(name, HEADER + rows);
	}

	private String write(String name, String content) throws IOException {
		return Files.writeString(Files.createDirectories(this.folder.resolve("data")).resolve(name), content)
			.toString();
	}

	private Outcome run(String... arguments) throws Exception {
		return run(Map.of(), arguments);
	}

	private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
		Process process = start(environment, this.folder.resolve("run.log"), arguments);
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		return new Outcome(process.exitValue(), withoutNoteOfTheJvm(Files.readString(this.folder.resolve("run.log"))));
	}

	/** It names the options that every JVM of the tests gets. */
	private static String withoutNoteOfTheJvm(String output) {
		return output.replaceAll("(?m)^Picked up JAVA_TOOL_OPTIONS: .*\\R", "");
	}

	private Process begin(String... arguments) throws Exception {
		return start(Map.of(), this.folder.resolve("begun.log"), arguments);
	}

	private Process start(Map<String, String> environment, Path log, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(Host.javaTool("java"), "-XX:TieredStopAtLevel=1",
				"-Dplanstream.project=" + this.folder.resolve("project"), PlanStream.class.getName()));
		command.addAll(Arrays.asList(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		builder.environment().put("PLANSTREAM_HOME", this.home.toString());
		builder.environment().putAll(environment);
		Process process = builder.start();
		process.getOutputStream().close();
		this.commands.add(process);
		return process;
	}

	private String output() throws IOException {
		return Files.readString(this.folder.resolve("begun.log"));
	}

	private void awaitOutput(String text) {
		await().atMost(Duration.ofSeconds(90)).until(() -> output().contains(text));
	}

	/** The processes of the stack that this test started. */
	private List<ProcessHandle> processes() {
		return ProcessHandle.allProcesses()
			.filter((process) -> process.info()
				.arguments()
				.filter((arguments) -> Arrays.stream(arguments).anyMatch(this::isOfHome))
				.isPresent())
			.toList();
	}

	private boolean isOfHome(String argument) {
		return argument.equals("-Dplanstream.home=" + this.home)
				|| argument.equals("--datadir=" + this.home.resolve("mariadb").resolve("data"));
	}

	private static boolean isApp(ProcessHandle process, String name) {
		return process.info()
			.arguments()
			.filter((arguments) -> Arrays.stream(arguments)
				.anyMatch((argument) -> argument.endsWith(name + "-exec.jar")))
			.isPresent();
	}

	private static void writeAppJar(Path jar) throws IOException {
		Files.createDirectories(jar.getParent());
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeApp.class.getName());
		manifest.getMainAttributes()
			.put(Attributes.Name.CLASS_PATH,
					FakeApp.class.getProtectionDomain().getCodeSource().getLocation().toString());
		new JarOutputStream(Files.newOutputStream(jar), manifest).close();
	}

	private record Outcome(int exitCode, String output) {

	}

}
