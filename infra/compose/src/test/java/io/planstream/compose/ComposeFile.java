package io.planstream.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code compose.yaml} of this project.
 */
final class ComposeFile {

	/** The folder of compose.yaml. */
	static final Path FOLDER = Path.of("").toAbsolutePath();

	/** The project's root. */
	static final Path ROOT = FOLDER.resolve("../..").normalize();

	static final Path FILE = FOLDER.resolve("compose.yaml");

	static final ComposeFile INSTANCE = new ComposeFile();

	/** {@code ${NAME}}, {@code ${NAME:-default}} or {@code ${NAME:?message}}. */
	private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

	private final String text;

	private final Node top;

	private ComposeFile() {
		this.text = read(FILE);
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		this.top = new Node("compose.yaml", new Yaml(options).load(this.text));
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Node top() {
		return this.top;
	}

	Node service(String name) {
		Node service = this.top.get("services").get(name);
		if (!service.exists()) {
			throw new AssertionError("There is no service " + name);
		}
		return service;
	}

	List<Node> services() {
		return this.top.get("services").keys().stream().sorted().map(this::service).toList();
	}

	/** A service's environment with every variable replaced. */
	Map<String, String> environment(String service, UnaryOperator<String> variables) {
		Map<String, String> environment = new TreeMap<>();
		service(service).get("environment")
			.entries()
			.forEach((name, value) -> environment.put(name, resolve(value, variables)));
		return environment;
	}

	/** The variables of the file. */
	List<Variable> variables() {
		return VARIABLE.matcher(this.text)
			.results()
			.map((match) -> new Variable(match.group(1), match.group(2), match.group(3)))
			.toList();
	}

	/** With defaults for variables that have one and are unknown. */
	static String resolve(String value, UnaryOperator<String> variables) {
		return VARIABLE.matcher(value).replaceAll((match) -> {
			String given = variables.apply(match.group(1));
			String standing = (given == null && "-".equals(match.group(2))) ? match.group(3) : given;
			if (standing == null) {
				throw new AssertionError(match.group() + " has no value");
			}
			return Matcher.quoteReplacement(standing);
		});
	}

	String text() {
		return this.text;
	}

	/**
	 * A variable as it is used at one place.
	 *
	 * @param name its name
	 * @param operator {@code -} before a default, {@code ?} before a message, or null
	 * @param word the default or the message, or null
	 */
	record Variable(String name, String operator, String word) {

		boolean isRequired() {
			return "?".equals(this.operator);
		}

		boolean hasDefault() {
			return "-".equals(this.operator);
		}

	}

}
