package io.planstream.local.terminal;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserTests {

	private static final String PAGE = "http://127.0.0.1:8080/";

	@Test
	void eachSystemHasItsOwnOpener() {
		assertThat(new Browser("Windows 11", Map.of()).command(PAGE).orElseThrow()).startsWith("rundll32")
			.endsWith(PAGE);
		assertThat(new Browser("Mac OS X", Map.of()).command(PAGE).orElseThrow()).containsExactly("open", PAGE);
		assertThat(new Browser("Linux", Map.of("DISPLAY", ":0")).command(PAGE).orElseThrow())
			.containsExactly("xdg-open", PAGE);
	}

	@Test
	void nothingIsOpenedWhereNobodyWouldSeeIt() {
		assertThat(new Browser("Linux", Map.of()).command(PAGE)).isEmpty();
		assertThat(new Browser("Mac OS X", Map.of("CI", "true")).command(PAGE)).isEmpty();
	}

	@Test
	void anOpenerThatIsNotInstalledIsNoFault() {
		assertThat(new Browser("Linux", Map.of()).open(PAGE)).isFalse();
	}

}
