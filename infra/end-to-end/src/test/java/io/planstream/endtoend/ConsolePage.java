package io.planstream.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console in a browser window of its own. Whatever the page complains of on the
 * browser's console is kept, and {@link #close} fails if that was not expected.
 */
final class ConsolePage implements AutoCloseable {

	private static final double LONG = 60_000;

	private final BrowserContext context;

	private final Page page;

	private final List<String> complaints = new ArrayList<>();

	private final List<Pattern> expected = new ArrayList<>();

	private ConsolePage(BrowserContext context, String address) {
		this.context = context;
		this.page = context.newPage();
		this.page.setDefaultTimeout(LONG);
		this.page.bringToFront();
		this.page.onConsoleMessage((message) -> {
			if (message.type().equals("error") || message.type().equals("warning")) {
				this.complaints.add(message.text() + " " + message.location());
			}
		});
		this.page.onPageError(this.complaints::add);
		this.page.navigate(address);
	}

	static ConsolePage open(Browser browser, String address) {
		return open(browser, address, 1280, ColorScheme.LIGHT);
	}

	static ConsolePage open(Browser browser, String address, int width, ColorScheme scheme) {
		return new ConsolePage(
				browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme)),
				address);
	}

	Page page() {
		return this.page;
	}

	/** A complaint that this test brings about itself. */
	void expect(String complaint) {
		this.expected.add(Pattern.compile(complaint));
	}

	Locator section(String id) {
		return this.page.locator("#" + id);
	}

	Locator button(String section, String name) {
		return section(section).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

	void choose(String fileName) {
		section("start").getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(fileName)).check();
	}

	void upload(String name, byte[] content) {
		section("upload-file").setInputFiles(new FilePayload(name, "text/csv", content));
	}

	void deleteUpload(String name) {
		button("start", "Delete the uploaded file " + name).click();
		this.page.getByText("Delete the file", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(section("start").getByText(name)).hasCount(0);
	}

	/** As over a thin line. */
	void slowUploads() {
		JsonObject conditions = new JsonObject();
		conditions.addProperty("offline", false);
		conditions.addProperty("latency", 0);
		conditions.addProperty("downloadThroughput", -1);
		conditions.addProperty("uploadThroughput", 300_000);
		this.context.newCDPSession(this.page).send("Network.emulateNetworkConditions", conditions);
	}

	/**
	 * The next answer from an address is there, but the page gets it when it is released.
	 */
	void holdAnswer(String part) {
		this.page.evaluate("""
				(part) => {
				  const fetch = window.fetch;
				  window.fetch = async (...request) => {
				    const answer = await fetch(...request);
				    if (!window.held && String(request[0]).includes(part)) {
				      const text = await answer.text();
				      await new Promise((release) => { window.held = { release }; });
				      answer.text = async () => {
				        setTimeout(() => { window.held.done = true; });
				        return text;
				      };
				    }
				    return answer;
				  };
				}""", part);
	}

	void awaitHeldAnswer() {
		this.page.waitForCondition(() -> (boolean) this.page.evaluate("() => window.held !== undefined"));
	}

	/** Returns when the page has dealt with it. */
	void releaseAnswer() {
		this.page.evaluate("() => window.held.release()");
		this.page.waitForCondition(() -> (boolean) this.page.evaluate("() => window.held.done === true"));
	}

	void signIn(String user, String password) {
		this.page.getByLabel("User", new Page.GetByLabelOptions().setExact(true)).fill(user);
		this.page.getByLabel("Password").fill(password);
		this.page.getByRole(AriaRole.DIALOG)
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in"))
			.click();
	}

	void force() {
		section("start").getByLabel("Ingest again").check();
	}

	void pace(int rowsPerSecond) {
		section("start").getByLabel("Rows per second").fill(String.valueOf(rowsPerSecond));
	}

	void awaitState(String state) {
		assertThat(this.page.locator("#run .badge")).hasText(state,
				new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(LONG));
	}

	/** The equation of each file, with its name. */
	List<String> books() {
		return this.page.locator(".book")
			.all()
			.stream()
			.map((book) -> book.getAttribute("data-file") + " "
					+ book.locator("summary .equation").textContent().replaceAll(" ✓.*", ""))
			.toList();
	}

	/** The run that the page looks at, by what it says of it. */
	String runId() {
		return this.page.locator("#run .run-id code").getAttribute("title");
	}

	/** The cells of a chart's table, row by row. */
	List<List<String>> table(String chart) {
		return this.page.locator("#" + chart + " tbody tr")
			.all()
			.stream()
			.map((row) -> row.locator("th, td").allTextContents())
			.toList();
	}

	/** Elements that are wider than the panel they are in, and cannot be scrolled to. */
	List<String> sticksOut() {
		Object found = this.page.evaluate("""
				() => [...document.querySelectorAll('.panel *')]
				  .filter((part) => !part.closest('.scroll, .unseen') && part.getClientRects().length > 0)
				  .filter((part) => part.getBoundingClientRect().right
				    > part.closest('.panel').getBoundingClientRect().right + 1)
				  .map((part) => part.outerHTML.slice(0, 120))""");
		return ((List<?>) found).stream().map(String::valueOf).toList();
	}

	/** What axe finds against the accessibility rules, and why. */
	List<String> violations() {
		this.page.evaluate(axe());
		Object found = this.page.evaluate(
				"""
						async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
						  .map((violation) => violation.id + ': ' + violation.help + ' '
						    + violation.nodes.map((node) => node.html.slice(0, 200) + ' ' + node.failureSummary).join(' | '))""");
		return ((List<?>) found).stream().map(String::valueOf).toList();
	}

	private static String axe() {
		try (InputStream script = ConsolePage.class.getResourceAsStream("/axe.min.js")) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		assertThat(this.complaints)
			.filteredOn((complaint) -> this.expected.stream().noneMatch((known) -> known.matcher(complaint).find()))
			.as("what the browser complained of")
			.isEmpty();
	}

}
