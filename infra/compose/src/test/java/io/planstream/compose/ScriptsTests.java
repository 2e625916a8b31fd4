package io.planstream.compose;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

@DisabledOnOs(OS.WINDOWS)
class ScriptsTests {

	private static final Path IMAGE = ComposeFile.ROOT.resolve("infra/superset/image");

	private static final Path HOSTS = ComposeFile.ROOT.resolve("infra/hosts");

	static Stream<Path> scripts() {
		return Stream.of(ComposeFile.FOLDER.resolve("secrets"), ComposeFile.FOLDER.resolve("app/health"),
				ComposeFile.FOLDER.resolve("mysql/accounts.sh"), IMAGE.resolve("init"),
				ComposeFile.ROOT.resolve(".ci/compose"), HOSTS.resolve("secrets"), HOSTS.resolve("verify"),
				HOSTS.resolve("provision/kafka"), HOSTS.resolve("provision/mysql"),
				HOSTS.resolve("provision/processing"), HOSTS.resolve("provision/superset"));
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void isBashAndExecutable(Path script) {
		assertThat(ComposeFile.read(script)).startsWith("#!/usr/bin/env bash\n");
		assertThat(script).isExecutable();
		Shell shell = Shell.run(ComposeFile.FOLDER, "bash", "-n", script.toString());
		assertThat(shell.exitCode()).as(shell.output()).isZero();
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void pleasesShellcheck(Path script) {
		assumeThat(Shell.works("shellcheck", "--version")).as("shellcheck is installed").isTrue();
		Shell shell = Shell.run(ComposeFile.FOLDER, "shellcheck", "-x", script.toString());
		assertThat(shell.exitCode()).as(shell.output()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "provision.py", "superset_config.py" })
	void pythonIsPython(String file) {
		assumeThat(Shell.works("python3", "--version")).as("python3 is installed").isTrue();
		Shell shell = Shell.run(ComposeFile.FOLDER, "python3", "-c",
				"import sys; compile(open(sys.argv[1], encoding='utf-8').read(), sys.argv[1], 'exec')",
				IMAGE.resolve(file).toString());
		assertThat(shell.exitCode()).as(shell.output()).isZero();
	}

}
