package io.planstream.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * The browser of this machine. Without one, the tests that need it fail where
 * {@code PLANSTREAM_CI} is set, and elsewhere say loudly that they did not run.
 */
final class Chromium implements AutoCloseable {

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

	private static final String MISSING = """
			There is no Chromium, so the console is NOT TESTED.
			Install it (Debian: apt-get install chromium), or name one by PLANSTREAM_CHROMIUM.""";

	/**
	 * The administrator of a container may not use the sandbox. Debian's program asks for
	 * a graphics processor, of which there is only an imitation on a server.
	 */
	private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-gpu");

	private final Playwright playwright;

	private final Browser browser;

	/** How long an assertion waits: machines are busy at times. */
	private static final double PATIENCE = 20_000;

	private Chromium(Path executable) {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(OPTIONS));
	}

	static Chromium start() {
		Optional<Path> executable = find();
		if (executable.isEmpty()) {
			Programs.leaveOut(MISSING);
		}
		return new Chromium(executable.get());
	}

	private static Optional<Path> find() {
		return Stream.concat(Optional.ofNullable(System.getenv("PLANSTREAM_CHROMIUM")).stream(), PLACES.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
