package io.planstream.local.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The browser of the person at the terminal. Opening it is a courtesy: where there is
 * none, nothing happens.
 */
public final class Browser {

	private final String system;

	private final Map<String, String> environment;

	Browser(String system, Map<String, String> environment) {
		this.system = system.toLowerCase(Locale.ROOT);
		this.environment = environment;
	}

	/**
	 * The browser of this machine.
	 * @return the browser, whether or not there is one
	 */
	public static Browser system() {
		return new Browser(System.getProperty("os.name"), System.getenv());
	}

	/**
	 * Opens a page, and does not wait for it.
	 * @param address the page
	 * @return whether a program was started for it
	 */
	public boolean open(String address) {
		Optional<List<String>> command = command(address);
		if (command.isEmpty()) {
			return false;
		}
		try {
			new ProcessBuilder(command.get()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.getOutputStream()
				.close();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Not java.awt.Desktop: a Java without a screen does not have it. */
	Optional<List<String>> command(String address) {
		if (this.environment.containsKey("CI")) {
			return Optional.empty();
		}
		if (this.system.startsWith("windows")) {
			return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler", address));
		}
		if (this.system.startsWith("mac")) {
			return Optional.of(List.of("open", address));
		}
		boolean screen = this.environment.containsKey("DISPLAY") || this.environment.containsKey("WAYLAND_DISPLAY");
		return screen ? Optional.of(List.of("xdg-open", address)) : Optional.empty();
	}

}
