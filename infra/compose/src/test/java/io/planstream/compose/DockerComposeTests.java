package io.planstream.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * {@code docker compose config}, which checks the file against the specification's schema
 * and needs no engine: the program that {@code PLANSTREAM_DOCKER_COMPOSE} names (see
 * {@code .ci/compose}), or the plugin that is installed.
 */
class DockerComposeTests {

	@TempDir
	private Path folder;

	private List<String> program;

	@BeforeEach
	void findDockerCompose() {
		String named = System.getenv("PLANSTREAM_DOCKER_COMPOSE");
		this.program = (named != null) ? List.of(named) : List.of("docker", "compose");
		boolean there = named != null || Shell.works("docker", "compose", "version");
		assumeThat(there).as("docker compose is installed").isTrue();
	}

	@Test
	void acceptsTheFile() {
		Shell shell = config(values());
		assertThat(shell.exitCode()).as(shell.output()).isZero();
		JsonNode services = JsonMapper.builder().build().readTree(shell.output()).get("services");
		assertThat(services.propertyNames()).hasSameSizeAs(ComposeFile.INSTANCE.services());
		assertThat(services.get("mysql").get("environment").get("MYSQL_ROOT_PASSWORD").asString())
			.isEqualTo("value-of-MYSQL_ROOT_PASSWORD");
		for (JsonNode service : services) {
			for (JsonNode port : service.path("ports")) {
				assertThat(port.get("host_ip").asString()).isEqualTo("127.0.0.1");
			}
		}
	}

	@Test
	void refusesTheFileWithoutAnyOfTheSecrets() {
		List<String> needed = new ArrayList<>(SecretsTests.names());
		needed.removeAll(SecretsTests.tokens());
		needed.addAll(SecretsTests.hashes());
		for (String name : needed) {
			Map<String, String> values = values();
			values.remove(name);
			Shell shell = config(values);
			assertThat(shell.exitCode()).as(name).isNotZero();
			assertThat(shell.output()).contains(name + " is missing a value: run infra/compose/secrets first");
		}
	}

	private static Map<String, String> values() {
		return Stream.concat(SecretsTests.names().stream(), SecretsTests.hashes().stream())
			.collect(Collectors.toMap((name) -> name, (name) -> "value-of-" + name));
	}

	private Shell config(Map<String, String> values) {
		List<String> lines = new ArrayList<>();
		values.forEach((name, value) -> lines.add(name + "=" + value));
		Path env = this.folder.resolve("values");
		try {
			Files.write(env, lines);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		List<String> command = new ArrayList<>(this.program);
		command.addAll(List.of("--file", ComposeFile.FILE.toString(), "--env-file", env.toString(), "--profile", "*",
				"config", "--format", "json"));
		return Shell.run(this.folder, Map.of(), command);
	}

}
