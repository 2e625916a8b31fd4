package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the README's pictures from the running product (profile {@code screenshots}).
 */
@EnabledIfSystemProperty(named = "planstream.screenshots", matches = ".+",
		disabledReason = "only with -Pscreenshots: it writes docs/images")
class ScreenshotsIT {

	private static final Path IMAGES = Path.of(System.getProperty("planstream.screenshots", "target"));

	private static final Path DATA = Path.of("target", "marketplace").toAbsolutePath();

	private static final long LARGEST = 300_000;

	@Test
	void takesThePicturesOfTheReadme() throws IOException {
		prepareData();
		Files.createDirectories(IMAGES);
		try (Chromium chromium = Chromium.start(); Stack stack = Stack.start("screenshots", DATA)) {
			String address = stack.ingest().base() + "/";
			String run = stack.postRun(DATA, ", \"rowsPerSecond\": 12000").get("runId").asString();
			try (ConsolePage console = ConsolePage.open(chromium.browser(), address, 1720, ColorScheme.LIGHT);
					ConsolePage phone = ConsolePage.open(chromium.browser(), address, 390, ColorScheme.DARK)) {
				assertThat(console.page().locator("#run .run-figures")).containsText(
						java.util.regex.Pattern.compile("^[456]\\d %"),
						new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
							.setTimeout(90_000));
				shot(console.page(), "console-run.png");
				shot(phone.page(), "console-phone-dark.png");
				stack.awaitComplete(run);
				console.awaitState("Complete");
				assertThat(console.section("rejects").locator("tbody tr")).not().hasCount(0);
				Locator trust = console.section("trust");
				trust.screenshot(new Locator.ScreenshotOptions().setPath(IMAGES.resolve("console-trust.png")));
			}
		}
		try (Stream<Path> images = Files.list(IMAGES)) {
			assertThat(images)
				.allSatisfy((image) -> assertThat(Files.size(image)).as(image.toString()).isLessThan(LARGEST));
		}
	}

	private static void shot(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name)));
	}

	/** The sample, and some rows that cannot be read. */
	private static void prepareData() throws IOException {
		Files.createDirectories(DATA);
		try (Stream<Path> files = Files.list(Samples.of(0.03, 1))) {
			for (Path file : files.toList()) {
				Files.copy(file, DATA.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		Files.writeString(DATA.resolve("Network.csv"),
				"2016,AK,only three fields\n2016,WY,\"a quote that never closes\n", StandardOpenOption.APPEND);
	}

}
