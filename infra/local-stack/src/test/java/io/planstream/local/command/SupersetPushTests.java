package io.planstream.local.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.planstream.local.command.FakeSuperset.Canned;
import io.planstream.local.command.FakeSuperset.OtherChart;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import io.planstream.superset.asset.Assets;
import io.planstream.superset.asset.Chart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code superset push} against a Superset that is as strict as a real one.
 */
class SupersetPushTests {

	private static final String DATABASE_PASSWORD = "read&only \"secret\"";

	private static final String URI = "mysql+pymysql://planstream_reader@db.example:3306/planstream";

	private static final String LOGIN = "/api/v1/security/login";

	private static final String IMPORT = "/api/v1/assets/import/";

	private static final String DATA = "/api/v1/chart/data";

	private static final int CHARTS = Assets.shipped().charts().size();

	private final Map<String, String> environment = new HashMap<>(
			Map.of("SUPERSET_PASSWORD", FakeSuperset.PASSWORD, "PLANSTREAM_READER_PASSWORD", DATABASE_PASSWORD));

	@TempDir
	private Path folder;

	private FakeSuperset superset;

	private record Outcome(int exitCode, String output) {
	}

	@BeforeEach
	void start() throws Exception {
		this.superset = new FakeSuperset("", null);
	}

	@AfterEach
	void stop() {
		this.superset.close();
	}

	@Test
	void importsAndAsksEveryChart() {
		Outcome outcome = push();

		assertThat(outcome.output()).contains(CHARTS + " of " + CHARTS + " charts answered with rows")
			.contains("mysql+pymysql://planstream_reader:XXXXXXXXXX@db.example:3306/planstream");
		Assets.shipped().charts().forEach((chart) -> assertThat(outcome.output()).contains(chart.name()));
		assertThat(outcome.exitCode()).isZero();
		assertThat(this.superset.requests).startsWith("POST " + LOGIN, "GET /api/v1/security/csrf_token/",
				"POST " + IMPORT);
		assertThat(this.superset.requests).filteredOn(("POST " + DATA)::equals).hasSize(CHARTS);
		assertThat(this.superset.databasePasswords)
			.containsExactly(Map.entry("databases/planstream.yaml", DATABASE_PASSWORD));
	}

	@Test
	void worksBelowAPathAndAgain() throws Exception {
		stop();
		this.superset = new FakeSuperset("/bi/superset", null);

		assertThat(push().exitCode()).isZero();
		assertThat(push(this.superset.url() + "/", "--database-uri", URI).exitCode()).isZero();
		assertThat(this.superset.requests).allMatch((request) -> request.contains(" /bi/superset/api/v1/"));
	}

	@Test
	void aLoginThatEndsMeanwhileIsRenewed() {
		this.superset.loginsThatExpire = 1;

		assertThat(push().exitCode()).isZero();
		assertThat(this.superset.requests).filteredOn(("POST " + LOGIN)::equals).hasSize(2);
	}

	@Test
	void aChartWithoutRowsIsNamedAndIsNoSuccess() {
		this.superset.data = (query) -> Canned.json(200, FakeSuperset.dataOf(List.of()));

		Outcome outcome = push();

		assertThat(outcome.exitCode()).isEqualTo(3);
		assertThat(outcome.output()).contains("0 of " + CHARTS + " charts answered with rows", "Ingest the files");
		assertThat(line(outcome, "Average premium by state")).endsWith("NO ROWS");
		assertThat(line(outcome, "Rows per second, by dataset")).endsWith("none, which may be");
		assertThat(push(this.superset.url(), "--database-uri", URI, "--allow-empty").exitCode()).isZero();
	}

	@Test
	void aTotalOverNothingIsNoRow() {
		Map<String, Object> nothing = new HashMap<>();
		nothing.put("average_premium", null);
		this.superset.data = (query) -> Canned.json(200, query.toString().contains("big_number_total")
				? FakeSuperset.dataOf(List.of(nothing)) : FakeSuperset.rows(query, 2));

		Outcome outcome = push();

		assertThat(outcome.exitCode()).isEqualTo(3);
		assertThat(line(outcome, "Average premium ")).endsWith("NO ROWS");
	}

	@Test
	void aChartWithoutPlaceInTheDashboardIsAnError() {
		Chart lost = Assets.shipped().charts().get(0);
		this.superset.importer = (files) -> {
			files.values().removeIf((content) -> lost.uuid().equals(content.get("uuid")));
			return files;
		};

		Outcome outcome = push();

		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(line(outcome, lost.name())).contains("NOT_IMPORTED");
	}

	@Test
	@SuppressWarnings("unchecked")
	void aChartThatWasNotOverwrittenIsAnError() {
		this.superset.importer = (files) -> {
			((Map<String, Object>) files.get("charts/premiums/premium_states.yaml").get("params")).put("row_limit", 7);
			return files;
		};

		Outcome outcome = push();

		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(line(outcome, "Premiums of each state")).contains("NOT_UPDATED");
	}

	@Test
	void aMapOfCodesThatItDoesNotKnowIsAnError() {
		this.superset.data = (query) -> Canned.json(200, FakeSuperset.rows(query, 1).replace("US-AK", "AK"));

		Outcome outcome = push();

		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(line(outcome, "Average premium by state")).contains("MAP_BLANK");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"400|{\"message\":\"(pymysql.err.OperationalError) (2003, \\\"Can't connect to MySQL server on 'db'\\\")\"}|DATABASE_UNREACHABLE|--database-uri",
			"400|{\"errors\":[{\"message\":\"(1045, \\\"Access denied for user 'r'@'h' (using password: YES)\\\")\"}]}|DATABASE_PASSWORD_WRONG|PLANSTREAM_READER_PASSWORD",
			"422|{\"errors\":[{\"message\":\"Could not load database driver: MySQLEngineSpec\"}]}|DRIVER_MISSING|PyMySQL" })
	void aDatabaseThatSupersetCannotReadIsSaidOnce(int status, String body, String code, String advice) {
		this.superset.data = (query) -> Canned.json(status, body);

		Outcome outcome = push();

		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(outcome.output()).contains("Error " + code, advice, "0 of " + CHARTS, CHARTS + " with an error");
		assertThat(this.superset.requests).filteredOn(("POST " + DATA)::equals).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "400|{\"message\":\"(1146, \\\"Table 'planstream.v_premium' doesn't exist\\\")\"}|VIEW_MISSING",
					"400|{\"message\":\"Columns missing in dataset: ['plan_year']\"}|DATASET_OUTDATED",
					"403|{\"errors\":[{\"message\":\"You don't have access to this dataset\"}]}|DATASET_FORBIDDEN",
					"202|{\"job_id\":\"1\"}|ANSWERS_LATER", "500|{\"message\":\"odd\"}|CHART_FAILED",
					"200|{\"result\":[{\"data\":[],\"error\":\"Query timed out\"}]}|CHART_TIMEOUT" })
	void anErrorOfAChartIsExplained(int status, String body, String code) {
		this.superset.data = (query) -> Canned.json(status, body);

		Outcome outcome = push();

		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(outcome.output()).contains("Error " + code + ": Imported, but the chart");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			LOGIN + "|401|{\"message\":\"Not authorized\"}|WRONG_PASSWORD|SUPERSET_PASSWORD",
			LOGIN + "|404|{\"detail\":\"Not Found\"}|NOT_A_SUPERSET|https://host/prefix",
			LOGIN + "|200|{\"hello\":\"world\"}|NOT_A_SUPERSET|https://host/prefix",
			LOGIN + "|302|https://elsewhere.example/login|REDIRECTED|https://elsewhere.example/login",
			LOGIN + "|429|{\"message\":\"5 per 1 second\"}|RATE_LIMITED|Wait",
			LOGIN + "|503|starting|SUPERSET_NOT_READY|Wait",
			"/api/v1/security/csrf_token/|403|{\"message\":\"Forbidden\"}|ROLE_LACKS_RIGHTS|Admin",
			"/api/v1/security/csrf_token/|401|{\"msg\":\"Missing Authorization Header\"}|NOT_LOGGED_IN|Authorization",
			IMPORT + "|400|{\"errors\":[{\"message\":\"400 Bad Request: The CSRF token is missing.\"}]}|CSRF_REFUSED|Referer",
			IMPORT + "|302|http://127.0.0.1/login/|CSRF_REFUSED|Referer",
			IMPORT + "|403|{\"message\":\"Forbidden\"}|ROLE_LACKS_RIGHTS|can import on ImportExportRestApi",
			IMPORT + "|404|{\"message\":\"Not found\"}|SUPERSET_TOO_OLD|5.0",
			IMPORT + "|413|<html>too large</html>|BUNDLE_TOO_LARGE|megabyte",
			IMPORT + "|422|{\"errors\":[{\"message\":\"Error importing assets\",\"extra\":{\"charts/a.yaml\":{\"params\":{\"x\":[\"Not a valid mapping.\"]}},\"issue_codes\":[{\"message\":\"Issue 1010\"}]}}]}|IMPORT_REFUSED|charts/a.yaml: params: x: Not a valid mapping.",
			IMPORT + "|422|{\"message\":{\"databases/a.yaml\":{\"_schema\":[\"Must provide a password for the database\"]}}}|DATABASE_PASSWORD_NEEDED|PLANSTREAM_READER_PASSWORD",
			IMPORT + "|422|{\"message\":{\"datasets/a.yaml\":{\"folders\":[\"Unknown field.\"]}}}|SUPERSET_TOO_OLD|datasets/a.yaml: folders",
			IMPORT + "|500|{\"errors\":[{\"message\":\"Import failed for an unknown reason\"}]}|SUPERSET_FAILED|log" })
	void aRefusalSaysWhatToDo(String path, int status, String body, String code, String says) {
		this.superset.canned.put(path, Canned.json(status, body));

		Outcome outcome = push();

		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(outcome.output()).contains("Error " + code, "What to do: ", says).doesNotContain("Issue 1010");
		assertThat(this.superset.requests).noneMatch((request) -> request.endsWith(DATA));
	}

	@Test
	void aPageInThePlaceOfAnAnswerIsShownWithoutItsMarkup() {
		this.superset.canned.put(IMPORT, Canned.html(500));
		assertThat(push().output()).contains("Error SUPERSET_FAILED", "(status 500): 500 Sorry").doesNotContain("<");

		this.superset.canned.put(LOGIN, Canned.html(200));
		assertThat(push().output()).contains("Error NOT_A_SUPERSET");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Secure; Path=/", "Path=/elsewhere" })
	void aSessionWhoseCookieDoesNotComeBackIsNoticedBeforeTheImport(String attributes) {
		this.superset.cookieAttributes = attributes;

		Outcome outcome = push();

		assertThat(outcome.output()).contains("Error CSRF_REFUSED", "no cookie for this address", "https");
		assertThat(this.superset.requests).doesNotContain("POST " + IMPORT);
	}

	@Test
	void nothingAtTheAddressIsToldFromAServerThatIsSilent() throws Exception {
		String url;
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			url = "http://127.0.0.1:" + silent.getLocalPort();
			assertThat(push(url, "--database-uri", URI, "--timeout", "1").output()).contains("Error SUPERSET_TIMEOUT",
					"within 1 seconds", "--timeout");
		}
		assertThat(push(url, "--database-uri", URI).output()).contains("Error SUPERSET_UNREACHABLE", url);
	}

	@Test
	void aCertificateOfOnesOwnIsTakenWhenItIsTrustedOnly() throws Exception {
		stop();
		TestCertificate certificate = TestCertificate.create(this.folder);
		this.superset = new FakeSuperset("/s", certificate.context());
		this.superset.cookieAttributes = "Secure; HttpOnly; Path=/s";

		assertThat(push().output()).contains("Error TLS_FAILED", "trustStore");
		assertThat(certificate.trusted(this::push).exitCode()).isZero();
	}

	@Test
	void chartsThatLeftAreNamedAndDeletedOnlyWhenThatIsWanted() {
		this.superset.others.add(new OtherChart(1, "Old chart", "PlanStream", "v_premium", false));
		this.superset.others.add(new OtherChart(2, "On somebody's dashboard", "PlanStream", "v_premium", true));
		this.superset.others.add(new OtherChart(3, "Somebody's", "", "v_premium", false));
		this.superset.others.add(new OtherChart(4, "Of other data", "PlanStream", "v_other", false));
		for (int id = 5; id < 105; id++) {
			this.superset.others.add(new OtherChart(id, "Many", "", "v_other", true));
		}

		assertThat(push().output()).contains("No longer shipped (--prune deletes it): chart 1, Old chart")
			.doesNotContain("chart 2", "chart 3", "chart 4");
		assertThat(this.superset.others).hasSize(104);
		assertThat(push(this.superset.url(), "--database-uri", URI, "--prune").output())
			.contains("Deleted chart 1, Old chart");
		assertThat(this.superset.requests).filteredOn((request) -> request.startsWith("DELETE"))
			.containsExactly("DELETE /api/v1/chart/1");
	}

	@Test
	void passwordsComeFromTheEnvironmentOnly() {
		this.environment.remove("SUPERSET_PASSWORD");
		assertThat(push().output()).contains("Error NO_PASSWORD: SUPERSET_PASSWORD is not set");

		this.environment.put("SUPERSET_PASSWORD", "wrong");
		this.environment.remove("PLANSTREAM_READER_PASSWORD");
		assertThat(push().output()).contains("Error NO_PASSWORD: PLANSTREAM_READER_PASSWORD is not set");

		String url = this.superset.url().replace("//", "//admin:topsecret@");
		assertThat(push(url, "--database-uri", URI).output()).contains("Error PASSWORD_IN_URL")
			.doesNotContain("topsecret");
		assertThat(push(this.superset.url(), "--database-uri", URI.replace("@", ":topsecret@")).output())
			.contains("Error BAD_DATABASE_URI")
			.doesNotContain("topsecret");
		assertThat(this.superset.requests).isEmpty();
	}

	@Test
	void withoutAnAddressTheLocalStackHasToBeUp() {
		assertThat(push(this.superset.url(), "--home", this.folder.resolve("none").toString()).output())
			.contains("Error NO_DATABASE", "./planstream up", "--database-uri");
	}

	@ParameterizedTest
	@ValueSource(strings = { "superset.example", "ftp://superset.example", "http://", "http://host/?q=1", "not a url" })
	void anAddressThatIsNoneIsRefused(String url) {
		assertThat(push(url, "--database-uri", URI).output()).contains("Error BAD_URL", "http://127.0.0.1:8088");
	}

	@Test
	void aServerThatRepeatsPasswordsDoesNotMakeThemShown() {
		this.superset.canned.put(IMPORT, Canned.json(500,
				"{\"message\":\"" + FakeSuperset.PASSWORD + " and " + DATABASE_PASSWORD.replace("\"", "\\\"") + "\"}"));

		assertThat(push().output()).contains("*** and ***");
	}

	private static String line(Outcome outcome, String beginning) {
		return outcome.output()
			.lines()
			.filter((line) -> line.contains(beginning))
			.findFirst()
			.orElseThrow(() -> new AssertionError(outcome.output()));
	}

	private Outcome push() {
		return push(this.superset.url(), "--database-uri", URI);
	}

	/**
	 * Whatever it is about, no password is shown, not even to those who ask for the stack
	 * trace.
	 */
	private Outcome push(String... arguments) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		StringWriter trace = new StringWriter();
		SupersetPushCommand command = new SupersetPushCommand(this.environment,
				new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), 0));
		int exitCode = 1;
		List<String> output = new ArrayList<>();
		try {
			new CommandLine(command).parseArgs(arguments);
			exitCode = command.call();
		}
		catch (Problem ex) {
			output.add(ex.text());
			ex.printStackTrace(new PrintWriter(trace));
		}
		output.add(0, bytes.toString(StandardCharsets.UTF_8));
		String text = String.join("\n", output);
		assertThat(text + trace).doesNotContain(FakeSuperset.PASSWORD, DATABASE_PASSWORD);
		assertThat(new String(this.superset.bundle, StandardCharsets.ISO_8859_1)).doesNotContain(DATABASE_PASSWORD);
		return new Outcome(exitCode, text);
	}

}
