package io.planstream.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.planstream.embedded.FreePorts;
import io.planstream.superset.asset.Assets;
import io.planstream.testsupport.fault.TcpProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.util.FileSystemUtils;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The console as a person uses it, in a real browser on the real product. The first test
 * fills the tables that the others look at; each of these also runs alone.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {

	private static final String BEGINS_EMPTY = "begins-empty";

	private static final String SUPERSET = "http://superset.example:8088";

	private static final Path DATA = Path.of("target", "console-data").toAbsolutePath();

	private static Chromium chromium;

	private static Stack stack;

	private static AppProcess guarded;

	@BeforeAll
	static void start() throws IOException {
		chromium = Chromium.start();
		FileSystemUtils.deleteRecursively(DATA);
		Files.createDirectories(DATA);
		for (String file : List.of("PlanAttributes.csv", "Rate.csv", "BenefitsCostSharing.csv", "Network.csv")) {
			Files.copy(Samples.of(0.002, 7).resolve(file), DATA.resolve(file));
		}
		stack = Stack.start("console", DATA);
		// gets ready while the first tests run
		guarded = stack.ingest()
			.twin(FreePorts.pick())
			.with("planstream.access.users.vera.password", "{noop}looks at it")
			.with("planstream.access.users.vera.role", "viewer")
			.with("planstream.access.users.olga.password", "{noop}operates it")
			.with("planstream.access.users.olga.role", "operator")
			.with("planstream.superset.url", SUPERSET + "/")
			.start();
	}

	@BeforeEach
	void fill(TestInfo test) {
		boolean isEmpty = stack.database().rootClient().sql("select 1 from run limit 1").query().listOfRows().isEmpty();
		if (isEmpty && !test.getTags().contains(BEGINS_EMPTY)) {
			stack.awaitComplete(stack.postRun(DATA, "").get("runId").asString());
			stack.awaitComplete(stack.postRun(DATA, ", \"force\": true").get("runId").asString());
			stack.awaitComplete(stack.postRun(DATA.resolve("Network.csv"), "").get("runId").asString());
		}
	}

	@AfterAll
	static void stop() {
		if (guarded != null) {
			guarded.close();
		}
		if (stack != null) {
			stack.close();
		}
		if (chromium != null) {
			chromium.close();
		}
	}

	private static ConsolePage open() {
		return open(1280, ColorScheme.LIGHT);
	}

	private static ConsolePage open(int width, ColorScheme scheme) {
		return ConsolePage.open(chromium.browser(), stack.ingest().base() + "/", width, scheme);
	}

	@Test
	@Order(1)
	@Tag(BEGINS_EMPTY)
	void aRunStartedByClickingIsWatchedToItsEndAndReconciles() {
		try (ConsolePage console = open()) {
			assertThat(console.section("run")).containsText("There is no run yet");
			console.section("start").getByLabel("All of them").check();
			console.button("start", "Check").click();
			assertThat(
					console.section("start").getByText(Pattern.compile("Starting would read [\\d,]+ rows of 4 files")))
				.isVisible();
			console.pace(9000);
			console.button("start", "Start with 4 files").click();
			console.awaitState("Running");
			assertThat(console.page().locator("#run .dataset[data-dataset=rate] [role=progressbar]"))
				.hasAttribute("aria-valuetext", Pattern.compile("[1-9]\\d* % applied.*"));
			assertThat(console.violations()).isEmpty();
			console.awaitState("Complete");
			assertThat(console.section("verdict")).hasText("✓ Every row is accounted for");
			assertThat(console.books()).hasSize(4)
				.containsExactlyInAnyOrderElementsOf(ConsoleTruth.books(stack, console.runId()));
			assertThat(console.page().locator(".book .mark.bad")).hasCount(0);
			assertThat(console.section("serving").getByRole(AriaRole.LINK)).not().hasCount(0);
		}
	}

	@Test
	@Order(2)
	void theChartsAnswerWhatTheViewsSayForTheYearAndCoverageThatAreChosen() {
		try (ConsolePage console = open()) {
			assertThat(console.section("plans-by-network").locator("tbody tr").first()).isAttached();
			assertThat(console.table("premiums-by-state"))
				.isEqualTo(ConsoleTruth.premiumsByState(stack, "2016", "Medical"));
			console.section("look").getByLabel("Year").selectOption("2014");
			console.section("look").getByLabel("Coverage").selectOption("Dental");
			List<List<String>> dental = ConsoleTruth.premiumsByState(stack, "2014", "Dental");
			assertThat(dental).isNotEmpty().isNotEqualTo(ConsoleTruth.premiumsByState(stack, "2014", null));
			assertThat(console.section("premiums-by-state").locator("tbody tr")).hasCount(dental.size());
			assertThat(console.section("premiums-by-state").locator("tbody tr").first())
				.containsText(dental.get(0).get(1));
			assertThat(console.table("premiums-by-state")).isEqualTo(dental);
			for (String chart : List.of("premiums-by-age", "plans-by-network")) {
				assertThat(console.table(chart)).as(chart).isNotEmpty();
			}
			console.section("look").getByLabel("Coverage").selectOption("");
			assertThat(console.section("benefits-and-premiums").locator("tbody tr").first()).isAttached();
		}
	}

	@Test
	@Order(3)
	void aStoppedRunIsResumedAndLosesNothing() {
		try (ConsolePage console = open()) {
			console.choose("Rate.csv");
			console.force();
			console.pace(4000);
			console.button("start", "Start").click();
			console.awaitState("Running");
			console.button("watch", "Stop").click();
			console.awaitState("Stopped");
			assertThat(console.section("verdict")).hasText("Not all rows have their fate yet");
			console.button("watch", "Resume").click();
			console.awaitState("Running");
			console.awaitState("Complete");
			assertThat(console.page().locator("#run .run-head")).containsText("attempt 2");
			assertThat(console.section("verdict")).hasText("✓ Every row is accounted for");
		}
	}

	@Test
	@Order(4)
	void aLostConnectionIsSaidAndThePageIsRightAgainWhenItIsBack() {
		try (TcpProxy network = TcpProxy.to(stack.ingest().port());
				ConsolePage console = ConsolePage.open(chromium.browser(),
						"http://127.0.0.1:" + network.port() + "/")) {
			console.expect("net::ERR_");
			console.choose("Rate.csv");
			console.force();
			console.pace(5000);
			console.button("start", "Start").click();
			console.awaitState("Running");
			network.refuse(true);
			Locator alert = console.page().getByRole(AriaRole.ALERT);
			assertThat(alert.getByText("The server cannot be reached")).isVisible();
			assertThat(console.section("connection")).hasText("Connection lost");
			stack.awaitComplete(console.runId());
			assertThat(console.page().locator("#run .badge")).hasText("Running");
			network.refuse(false);
			assertThat(console.page().getByText("Connected again.")).isVisible();
			assertThat(console.section("connection")).hasText("Connected");
			console.awaitState("Complete");
			assertThat(console.section("verdict")).hasText("✓ Every row is accounted for");
		}
	}

	@Test
	@Order(5)
	@DisabledOnOs(OS.WINDOWS)
	void aConsumerThatIsDownIsSaidUntilItAppliesAgain() throws IOException {
		Path file = Files.write(DATA.resolve("short.csv"), rates(2034));
		Files.writeString(file, "2034,ZZ\n", StandardOpenOption.APPEND);
		try (ConsolePage console = open()) {
			stack.consumer().freeze();
			console.choose("PlanAttributes.csv");
			console.choose("short.csv");
			console.force();
			console.button("start", "Start with 2 files").click();
			Locator trouble = console.page().getByText("Nothing is being applied");
			assertThat(trouble).isVisible();
			Locator rejects = console.section("rejects");
			assertThat(rejects.locator("h3")).hasText("1 rejected row, 1 still on the way to the tables");
			stack.consumer().thaw();
			console.awaitState("Complete");
			assertThat(trouble).isHidden();
			assertThat(rejects.locator("h3")).hasText("1 rejected row");
			assertThat(rejects.locator("tbody tr")).hasCount(1);
		}
		Files.delete(file);
	}

	@Test
	@Order(6)
	void rejectedRowsAreFilteredPagedAndDownloaded() throws IOException {
		String good = "2031,ZZ,12345,12345ZZ0010001,Rating Area 1,No Preference,21,100.00,";
		StringBuilder rates = new StringBuilder(
				"BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,IndividualTobaccoRate\n");
		for (int i = 0; i < 200; i++) {
			rates.append(good).append('\n');
		}
		for (int i = 0; i < 12; i++) {
			rates.append(good.replace("100.00", "=1+1")).append('\n');
		}
		rates.append("2031,ZZ\n");
		Files.write(DATA.resolve("broken.csv"), rates.toString().getBytes(StandardCharsets.UTF_8));
		try (ConsolePage console = open()) {
			console.choose("broken.csv");
			console.button("start", "Start").click();
			console.awaitState("Complete");
			Locator rejects = console.section("rejects");
			assertThat(rejects.locator("h3")).hasText("13 rejected rows");
			assertThat(rejects.locator("tbody tr")).hasCount(10);
			rejects.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Later")).click();
			assertThat(rejects.locator("tbody tr")).hasCount(3);
			assertThat(rejects.locator(".pager [role=status]")).hasText("11 to 13 of 13");
			rejects.getByLabel("Reason").selectOption("TOO_FEW_FIELDS");
			assertThat(rejects.locator("tbody tr")).hasCount(1);
			assertThat(rejects.locator("tbody tr")).containsText("214");
			Download download = console.page().waitForDownload(() -> rejects.getByText("Download all as CSV").click());
			List<String> lines = Files.readAllLines(download.path());
			assertThat(lines).hasSize(14);
			assertThat(lines.get(1)).startsWith("broken.csv,rate,202,IndividualRate,");
			assertThat(console.violations()).isEmpty();
		}
	}

	@Test
	@Order(6)
	void anUploadedFileIsIngestedAndMayBeDeleted() {
		try (ConsolePage console = open()) {
			console.upload("mine.csv", rates(2032));
			assertThat(console.page().getByText("mine.csv is uploaded.")).isVisible();
			assertThat(console.section("start")
				.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("mine.csv"))).isChecked();
			console.button("start", "Start").click();
			console.awaitState("Complete");
			Locator book = console.page().locator(".book[data-file='mine.csv'] summary");
			assertThat(book.locator(".equation")).containsText("1 read = 1 in the aggregates");
			assertThat(book.locator(".mark.good")).isVisible();
			console.deleteUpload("mine.csv");
			assertThat(DATA.resolve("uploads").resolve("mine.csv")).doesNotExist();
		}
	}

	@Test
	@Order(6)
	void anUploadedFileOfNoKnownKindIsSaidToBeOneAndMayBeDeleted() {
		try (ConsolePage console = open()) {
			console.upload("odd.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
			assertThat(console.page().getByText("odd.csv is uploaded, but cannot be ingested")).isVisible();
			console.section("start").getByText("1 other file cannot be ingested").click();
			console.deleteUpload("odd.csv");
		}
	}

	@Test
	@Order(6)
	void aLateAnswerToAnEarlierQuestionDoesNotTakeTheUploadedFileFromTheList() {
		try (ConsolePage console = open()) {
			Locator start = console.section("start");
			assertThat(start.getByLabel("Network.csv")).isVisible();
			console.holdAnswer("/api/files?size=");
			console.section("refresh-files").click();
			console.awaitHeldAnswer();
			console.upload("late.csv", rates(2033));
			Locator tick = start.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("late.csv"));
			assertThat(tick).isChecked();
			console.releaseAnswer();
			assertThat(tick).isChecked();
			assertThat(console.button("start", "Start")).isEnabled();
			console.deleteUpload("late.csv");
		}
	}

	@Test
	@Order(6)
	void anUploadThatIsRefusedSaysWhyAlsoWhenMostOfItIsNotSentYet() {
		try (ConsolePage console = open()) {
			console.expect("status of 409");
			console.upload("twice.csv", rates(2035));
			assertThat(console.page().getByText("twice.csv is uploaded.")).isVisible();
			console.upload("twice.csv", new byte[40_000_000]);
			assertThat(console.page().getByRole(AriaRole.ALERT))
				.containsText("twice.csv is not uploaded: There is a file of this name already");
			console.deleteUpload("twice.csv");
		}
	}

	@Test
	@Order(6)
	void anUploadThatIsCancelledLeavesNothing() throws IOException {
		List<Path> before = uploads();
		try (ConsolePage console = open()) {
			console.slowUploads();
			console.upload("long.csv", new byte[3_000_000]);
			assertThat(console.section("upload").getByText(Pattern.compile("of 3\\.0 MB \\(\\d+ %\\), .* left")))
				.isVisible();
			console.section("upload").getByText("Cancel the upload").click();
			assertThat(console.section("say")).hasText("The upload is cancelled");
			assertThat(console.section("upload").locator("progress")).isHidden();
			await("nothing to be left").until(() -> uploads().equals(before));
		}
	}

	private static byte[] rates(int year) {
		return ("""
				BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,IndividualTobaccoRate
				%d,ZZ,12345,12345ZZ0010001,Rating Area 1,No Preference,21,100.00,
				""").formatted(year).getBytes(StandardCharsets.UTF_8);
	}

	private static List<Path> uploads() throws IOException {
		try (Stream<Path> files = Files.walk(DATA)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	@Test
	@Order(7)
	void anotherRunServesAndTheOneThatServesNothingIsDeletedAfterAQuestion() {
		try (ConsolePage console = open()) {
			String replaced = stack.database()
				.rootClient()
				.sql("""
						select run_id from run r where state = 'COMPLETE'
						and not exists (select 1 from serving_run s where s.run_id = r.run_id) order by created_at limit 1""")
				.query(String.class)
				.single();
			Locator line = console.page().locator("[data-run='" + replaced + "']");
			line.getByText("Let it serve").click();
			assertThat(console.page().getByText("serves all its datasets and years now")).isVisible();
			assertThat(line).not().containsText("serves nothing");
			Locator idle = console.page()
				.locator(".run-line")
				.filter(new Locator.FilterOptions().setHasText("serves nothing"));
			String deleted = idle.first().getAttribute("data-run");
			idle.first().getByText("Delete").click();
			console.page().getByRole(AriaRole.DIALOG).getByText("Cancel").click();
			assertThat(console.page().getByRole(AriaRole.DIALOG)).hasCount(0);
			idle.first().getByText("Delete").click();
			console.page().getByText("Delete the run").click();
			assertThat(console.page().locator("[data-run='" + deleted + "']")).hasCount(0,
					new LocatorAssertions.HasCountOptions().setTimeout(30_000));
			assertThat(stack.stateOf(deleted)).isEqualTo("DELETED");
		}
	}

	@Test
	@Order(8)
	void theKeyboardAloneStartsARunAndEndsAtIt() {
		try (ConsolePage console = open()) {
			assertThat(console.section("start").getByLabel("Network.csv")).isVisible();
			console.page().keyboard().press("Tab");
			assertThat(console.page().getByText("Skip to the run")).isFocused();
			console.section("start").getByLabel("Network.csv").focus();
			console.page().keyboard().press("Space");
			console.button("start", "Start").focus();
			console.page().keyboard().press("Enter");
			assertThat(console.section("watch")).isFocused();
			assertThat(console.section("say")).containsText("Run ");
			console.awaitState("Complete");
		}
	}

	@Test
	@Order(9)
	void itIsAccessibleAndFitsAPhoneInLightAndDark() {
		for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			for (int width : new int[] { 390, 1920 }) {
				try (ConsolePage console = open(width, scheme)) {
					console.awaitState("Complete");
					console.section("look").getByLabel("Year").selectOption("2016");
					assertThat(console.section("plans-by-network").locator("canvas")).isVisible();
					assertThat(console.violations()).as(scheme + " " + width).isEmpty();
					assertThat(console.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
				}
			}
		}
	}

	@Test
	@Order(11)
	void peopleSignInAndSeeAndDoWhatTheirRoleAllows() {
		guarded.awaitReady();
		try (ConsolePage console = ConsolePage.open(chromium.browser(), guarded.base() + "/")) {
			console.expect("status of 401");
			console.expect("status of 403");
			Locator dialog = console.page().getByRole(AriaRole.DIALOG);
			assertThat(dialog).isVisible();
			assertThat(console.violations()).isEmpty();
			assertThat(console.page().locator(".run-line")).hasCount(0);
			console.signIn("vera", "guesses it");
			assertThat(dialog.getByRole(AriaRole.ALERT)).isVisible();
			console.signIn("vera", "looks at it");
			assertThat(dialog).hasCount(0);
			assertThat(console.section("account")).containsText("vera (may look only)");
			assertThat(console.page().locator(".run-line").first()).isVisible();
			assertThat(console.section("start")).isHidden();
			assertThat(console.page().locator("#runs button").filter(new Locator.FilterOptions().setHasText("Delete")))
				.hasCount(0);
			assertEachChartLeadsToADashboardThatIsShipped(console);
			assertForbiddenIsSaid(console);
			console.page().getByText("Sign out").click();
			assertThat(dialog).isVisible();
			console.signIn("olga", "operates it");
			assertThat(console.section("start")).isVisible();
			console.choose("Network.csv");
			console.button("start", "Start").click();
			assertThat(console.page().getByText("All of it is ingested already")).isVisible();
		}
	}

	private static void assertEachChartLeadsToADashboardThatIsShipped(ConsolePage console) {
		Locator links = console.section("questions").getByRole(AriaRole.LINK);
		assertThat(links).hasCount(4);
		List<String> dashboards = Assets.shipped()
			.dashboards()
			.stream()
			.map((dashboard) -> SUPERSET + "/superset/dashboard/" + dashboard.slug() + "/")
			.toList();
		assertThat(links.all()).extracting((link) -> link.getAttribute("href")).isSubsetOf(dashboards);
	}

	/** A page that believes it may do more than it may: the server decides. */
	private static void assertForbiddenIsSaid(ConsolePage console) {
		console.page()
			.route("**/api/session",
					(route) -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
						.setBody("{\"open\": false, \"user\": \"vera\", \"roles\": [\"viewer\", \"operator\"]}")));
		console.page().reload();
		Locator serve = console.page().locator("#runs").getByText("Let it serve").first();
		serve.click();
		assertThat(console.page().getByRole(AriaRole.ALERT)).containsText("The run does not serve");
		console.page().unroute("**/api/session");
		console.page().reload();
	}

	@Test
	@Order(9)
	void nothingSticksOutOfItsPanelAtAnyWidth() {
		try (ConsolePage console = open()) {
			console.awaitState("Complete");
			for (int width : new int[] { 360, 390, 600, 768, 1039, 1040, 1280, 1679, 1680, 1720, 1920, 2560 }) {
				console.page().setViewportSize(width, 900);
				// charts follow a moment later
				await("nothing to stick out at " + width).pollInSameThread()
					.untilAsserted(() -> assertThat(console.sticksOut()).isEmpty());
			}
		}
	}

	@Test
	@Order(10)
	void olderMessagesAreFoldedBelowTheNewestAndTakeLittleOfAPhone() {
		try (ConsolePage console = open(390, ColorScheme.LIGHT)) {
			console.page()
				.evaluate(
						"""
								async () => {
								  const { notice } = await import('/console/notice.js');
								  notice('one', 'done', 'The first message.', 'It is long enough to take two lines of a phone.');
								  notice('two', 'error', 'The second message.', 'It is long enough to take two lines of a phone.');
								  notice('three', 'warning', 'The third message.', 'It is long enough to take two lines of a phone.');
								}""");
			Locator messages = console.section("notices").locator(".notice");
			assertThat(messages).hasCount(3);
			assertThat(messages.first()).containsText("The third message.");
			assertThat(messages.first()).isVisible();
			assertThat(console.page().getByText("The second message.")).isHidden();
			assertThat(((Number) console.page().evaluate("document.querySelector('.top').offsetHeight")).intValue())
				.isLessThan(170);
			Locator fold = console.page().getByText("2 older messages (1 error)");
			assertThat(fold).hasAttribute("aria-expanded", "false");
			fold.click();
			assertThat(console.page().getByRole(AriaRole.ALERT)).containsText("The second message.");
			assertThat(console.violations()).isEmpty();
			messages.first().getByLabel("Close this message").press("Enter");
			assertThat(messages.first().getByLabel("Close this message")).isFocused();
			assertThat(messages.first()).containsText("The second message.");
			console.page().getByText("Close all").click();
			assertThat(messages).hasCount(0);
			assertThat(fold).hasCount(0);
		}
	}

	@Test
	@Order(10)
	void aFaultOfThePageIsShownAndNotSwallowed() {
		try (ConsolePage console = open()) {
			console.expect("thought of by nobody");
			console.page().evaluate("() => { setTimeout(() => { throw new Error('thought of by nobody'); }); }");
			assertThat(console.page().getByRole(AriaRole.ALERT))
				.containsText("This page has a fault: thought of by nobody");
		}
	}

}
