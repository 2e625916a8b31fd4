package io.planstream.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The scripts that prepare Superset, run with the real assets and a stand-in for
 * Superset's command line and Python interface.
 */
@DisabledOnOs(OS.WINDOWS)
class SupersetInitTests {

	private static final Path INIT = ComposeFile.ROOT.resolve("infra/superset/image/init");

	private static final String NEEDED = "can_read on Dashboard, can_read on Chart, can_dashboard on Superset";

	@TempDir
	private Path folder;

	private final Map<String, String> environment = new HashMap<>();

	@BeforeEach
	void setUp() {
		assumeThat(Shell.works("python3", "-c", "import yaml")).as("python3 with yaml is installed").isTrue();
		Path standIn = Path.of("src/test/resources/superset-stand-in").toAbsolutePath();
		this.environment.putAll(ComposeFile.INSTANCE.environment("superset-init", (name) -> "value-of-" + name));
		this.environment.putAll(Map.of("PATH", standIn.resolve("bin") + ":" + System.getenv("PATH"), "PYTHONPATH",
				standIn.toString(), "PYTHONDONTWRITEBYTECODE", "1", "STATE", this.folder.resolve("state").toString(),
				"TMPDIR", this.folder.toString(), "PERMISSIONS", NEEDED + ", can_read on Theme, can_write on Dashboard",
				"SUPERSET_ASSETS", ComposeFile.ROOT.resolve("infra/superset/assets").toString()));
	}

	@Test
	void preparesEverythingInOrder() throws IOException {
		Shell shell = init();
		assertThat(shell.exitCode()).as(shell.output()).isZero();
		assertThat(shell.output()).contains("1 databases").contains("5 dashboards");
		List<String> calls = Files.readAllLines(this.folder.resolve("state.calls"));
		assertThat(calls).hasSize(3).startsWith("superset db upgrade", "superset init");
		assertThat(calls.get(2)).startsWith("superset import-directory ").endsWith("/assets --overwrite");
	}

	@Test
	void theViewerReadsTheDatasetsOfTheAssetsAndNothingElse() throws IOException {
		init();
		List<String> permissions = texts(state().get("roles").get("PlanStream viewer"));
		assertThat(permissions).contains(NEEDED.split(", ")).contains("can_read on Theme");
		List<String> datasets = permissions.stream().filter((name) -> name.startsWith("datasource_access")).toList();
		try (var files = Files.list(ComposeFile.ROOT.resolve("infra/superset/assets/datasets/planstream"))) {
			assertThat(datasets).hasSize((int) files.count()).allMatch((name) -> name.contains("[PlanStream].[v_"));
		}
		assertThat(permissions).hasSize(datasets.size() + 4);
		assertThat(texts(state().get("users").get("viewer").get("roles"))).containsExactly("PlanStream viewer");
	}

	@Test
	void passwordsAreThoseOfTheEnvironmentAndAreNeitherShownNorInArguments() throws IOException {
		Shell shell = init();
		JsonNode state = state();
		assertThat(state.get("users").get("admin").get("password").asString())
			.isEqualTo("hash of value-of-SUPERSET_ADMIN_PASSWORD");
		assertThat(state.get("users").get("viewer").get("password").asString())
			.isEqualTo("hash of value-of-SUPERSET_VIEWER_PASSWORD");
		JsonNode database = state.get("tables").get("databases").get(0);
		assertThat(database.get("password").asString()).isEqualTo("value-of-PLANSTREAM_READER_PASSWORD");
		assertThat(database.get("sqlalchemy_uri").asString()).isEqualTo(
				"mysql+pymysql://planstream_reader:value-of-PLANSTREAM_READER_PASSWORD@mysql:3306/planstream?charset=utf8mb4");
		assertThat(shell.output()).doesNotContain("value-of-");
		assertThat(this.folder.resolve("state.calls")).content().doesNotContain("value-of-");
	}

	@Test
	void aChartThatLeftADashboardIsNoLongerLinkedToIt() throws IOException {
		init();
		assertThat(state().get("tables").get("dashboards").values()).hasSize(5)
			.allSatisfy((dashboard) -> assertThat(texts(dashboard.get("slices"))).isNotEmpty()
				.doesNotContain("left-long-ago"));
	}

	@Test
	void whatAChartAsksWithoutABrowserNamesTheDatasetOfThisSuperset() throws IOException {
		init();
		assertThat(state().get("tables").get("charts").values()).isNotEmpty().allSatisfy((chart) -> {
			JsonNode context = JsonMapper.shared().readTree(chart.get("query_context").asString());
			assertThat(context.get("datasource").get("id")).isEqualTo(chart.get("datasource_id"));
			assertThat(context.get("form_data").get("datasource").asString())
				.isEqualTo(chart.get("datasource_id").asInt() + "__table");
			assertThat(context.get("queries").get(0).get("row_limit").asInt()).isPositive();
		});
	}

	@Test
	void noCopyOfTheAssetsStays() throws IOException {
		init();
		try (var files = Files.list(this.folder)) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrder("state",
					"state.calls");
		}
	}

	@Test
	void aSecondRunTakesOverNewPasswordsAndRights() throws IOException {
		init();
		this.environment.put("SUPERSET_ADMIN_PASSWORD", "another");
		this.environment.put("PERMISSIONS", NEEDED);
		Shell shell = init();
		assertThat(shell.exitCode()).as(shell.output()).isZero();
		assertThat(state().get("users").get("admin").get("password").asString()).isEqualTo("hash of another");
		assertThat(texts(state().get("roles").get("PlanStream viewer"))).doesNotContain("can_read on Theme");
	}

	@Test
	void anImportThatIsOnlyLoggedAsFailedEndsTheStart() {
		this.environment.put("ACT", "refused");
		Shell shell = init();
		assertThat(shell.exitCode()).isNotZero();
		assertThat(shell.output()).contains("the assets were not imported");
	}

	@Test
	void anImportThatLeavesOldTitlesEndsTheStart() {
		this.environment.put("ACT", "stale");
		Shell shell = init();
		assertThat(shell.exitCode()).isNotZero();
		assertThat(shell.output()).contains("is still called as it was before");
	}

	@Test
	void aSupersetWithOtherPermissionsEndsTheStart() {
		this.environment.put("PERMISSIONS", "can_read on Chart");
		Shell shell = init();
		assertThat(shell.exitCode()).isNotZero();
		assertThat(shell.output()).contains("no permission can_read on Dashboard").doesNotContain("Traceback");
	}

	@Test
	void aMissingPasswordEndsTheStartBeforeAnything() {
		this.environment.put("SUPERSET_VIEWER_PASSWORD", "");
		Shell shell = init();
		assertThat(shell.exitCode()).isNotZero();
		assertThat(shell.output()).contains("SUPERSET_VIEWER_PASSWORD is not set: run infra/compose/secrets first");
		assertThat(this.folder.resolve("state.calls")).doesNotExist();
	}

	@Test
	void theConfigurationTakesItsSecretsFromTheEnvironment() {
		String print = "import superset_config as c; print(c.SECRET_KEY, c.SQLALCHEMY_DATABASE_URI)";
		this.environment.put("PYTHONPATH", INIT.getParent().toString());
		this.environment.put("SUPERSET_DB_PASSWORD", "with/@ signs");
		Shell shell = Shell.run(this.folder, this.environment, List.of("python3", "-c", print));
		assertThat(shell.output().strip()).isEqualTo("value-of-SUPERSET_SECRET_KEY "
				+ "postgresql+psycopg2://superset:with%2F%40%20signs@superset-db:5432/superset");
		this.environment.put("SUPERSET_SECRET_KEY", "");
		assertThat(Shell.run(this.folder, this.environment, List.of("python3", "-c", print)).output())
			.contains("SUPERSET_SECRET_KEY is not set");
	}

	private Shell init() {
		return Shell.run(this.folder, this.environment, List.of("bash", INIT.toString()));
	}

	private JsonNode state() throws IOException {
		return JsonMapper.builder().build().readTree(Files.readString(this.folder.resolve("state")));
	}

	private static List<String> texts(JsonNode array) {
		return array.values().stream().map(JsonNode::asString).toList();
	}

}
