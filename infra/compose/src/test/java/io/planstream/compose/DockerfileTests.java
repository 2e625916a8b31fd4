package io.planstream.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DockerfileTests {

	static Stream<Build> builds() {
		return ComposeFile.INSTANCE.services()
			.stream()
			.filter((service) -> service.get("build").exists())
			.map((service) -> {
				Node build = service.get("build");
				Path context = ComposeFile.FOLDER.resolve(build.get("context").text()).normalize();
				Node file = build.get("dockerfile");
				return new Build(context, context.resolve(file.exists() ? file.text() : "Dockerfile"),
						build.get("args").get("APP"));
			});
	}

	@ParameterizedTest
	@MethodSource("builds")
	void whatIsCopiedExists(Build build) {
		assertThat(build.copied()).isNotEmpty();
		for (String source : build.copied()) {
			if (source.contains("/target/")) {
				// made by the build of a module that this one comes after
				String module = source.substring(0, source.indexOf('/'));
				assertThat(build.context().resolve(module).resolve("pom.xml")).isRegularFile();
				assertThat(source).isIn(module + "/target/" + module + "-exec.jar", "spark-app/target/spark-app.jar",
						"spark-app/target/spark");
			}
			else {
				assertThat(build.context().resolve(source)).exists();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("builds")
	void whatIsCopiedIsNotIgnored(Build build) {
		Path ignored = build.file().resolveSibling("Dockerfile.dockerignore");
		if (Files.exists(ignored)) {
			List<String> lines = ComposeFile.read(ignored).lines().toList();
			assertThat(lines).startsWith("*")
				.containsAll(build.copied().stream().map((source) -> "!" + source).toList());
		}
	}

	@ParameterizedTest
	@MethodSource("builds")
	void beginsWithFixedVersionsAndEndsWithoutRoot(Build build) {
		List<String> lines = build.lines();
		assertThat(lines.stream().filter((line) -> line.startsWith("FROM ")))
			.allMatch((line) -> line.matches("FROM [a-z/-]+:\\d+\\.\\d+\\.\\d+\\S*( AS \\w+)?"));
		List<String> users = lines.stream().filter((line) -> line.startsWith("USER ")).toList();
		assertThat(users.get(users.size() - 1)).isNotEqualTo("USER root");
		assertThat(lines).noneMatch((line) -> line.matches("(ENV|ARG) .*(PASSWORD|SECRET|KEY).*"));
	}

	/**
	 * An image that is built.
	 *
	 * @param context the folder that files are copied from
	 * @param file the Dockerfile
	 * @param app the build argument APP, which may not exist
	 */
	record Build(Path context, Path file, Node app) {

		List<String> lines() {
			return ComposeFile.read(this.file).replace("\\\n", " ").lines().map(String::strip).toList();
		}

		/** Sources of COPY that come from the context. */
		List<String> copied() {
			List<String> sources = new ArrayList<>();
			for (String line : lines()) {
				if (line.startsWith("COPY ") && !line.contains("--from=")) {
					List<String> words = Arrays.stream(line.substring(5).split("\\s+"))
						.filter((word) -> !word.startsWith("--"))
						.toList();
					words.subList(0, words.size() - 1)
						.forEach((word) -> sources
							.add(this.app.exists() ? word.replace("${APP}", this.app.text()) : word));
				}
			}
			return sources;
		}

	}

}
