package io.planstream.compose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class SecretsTests {

	@TempDir
	private Path folder;

	private Path env;

	/** The names that the script writes. */
	static List<String> names() {
		String script = ComposeFile.read(ComposeFile.FOLDER.resolve("secrets"));
		String list = script.substring(script.indexOf("names=(") + 7, script.indexOf("\n)"));
		return list.strip().lines().map(String::strip).toList();
	}

	/** Those of which the applications know hashes. */
	static List<String> tokens() {
		return names().stream().filter((name) -> name.endsWith("_TOKEN")).toList();
	}

	static List<String> hashes() {
		return tokens().stream().map((token) -> token + "_SHA256").toList();
	}

	@BeforeEach
	void copyTheScript() throws IOException {
		Files.copy(ComposeFile.FOLDER.resolve("secrets"), this.folder.resolve("secrets"));
		this.env = this.folder.resolve(".env");
	}

	@Test
	void writesEveryNameWithAValueOfItsOwnForTheOwnerOnly() throws IOException {
		Shell shell = secrets();
		assertThat(shell.exitCode()).as(shell.output()).isZero();
		Map<String, String> values = values();
		assertThat(values.keySet())
			.containsExactlyInAnyOrderElementsOf(Stream.concat(names().stream(), hashes().stream()).toList());
		assertThat(names().stream().map(values::get)).doesNotHaveDuplicates()
			.allMatch((value) -> value.matches("Ps1-[\\w-]{43}"));
		for (String token : tokens()) {
			assertThat(values.get(token + "_SHA256")).isEqualTo(sha256(values.get(token)));
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.env))).isEqualTo("rw-------");
		assertThat(values.values()).noneMatch(shell.output()::contains);
		assertThat(Files.list(this.folder)).hasSize(2);
	}

	@Test
	void aSecondRunLeavesTheFileAsItWas() throws IOException {
		secrets();
		String first = Files.readString(this.env);
		Shell shell = secrets();
		assertThat(shell.exitCode()).isZero();
		assertThat(shell.output()).contains("nothing was changed");
		assertThat(Files.readString(this.env)).isEqualTo(first);
	}

	@Test
	void missingNamesAreAddedAndOtherLinesStay() throws IOException {
		Files.writeString(this.env,
				"# mine\nPLANSTREAM_DATA=/srv/data\nMYSQL_ROOT_PASSWORD=chosen\nSUPERSET_SECRET_KEY=");
		Shell shell = secrets();
		assertThat(shell.exitCode()).as(shell.output()).isZero();
		assertThat(shell.output()).doesNotContain("MYSQL_ROOT_PASSWORD").contains("SUPERSET_SECRET_KEY");
		assertThat(Files.readString(this.env))
			.startsWith("# mine\nPLANSTREAM_DATA=/srv/data\nMYSQL_ROOT_PASSWORD=chosen\n");
		assertThat(values()).containsEntry("MYSQL_ROOT_PASSWORD", "chosen")
			.containsKeys(names().toArray(String[]::new));
		assertThat(values().get("SUPERSET_SECRET_KEY")).isNotEmpty();
	}

	@Test
	void aChangedTokenGetsItsHash() throws IOException {
		secrets();
		Files.writeString(this.env, "PLANSTREAM_VIEWER_TOKEN=chosen\n", StandardOpenOption.APPEND);
		assertThat(secrets().output()).contains("PLANSTREAM_VIEWER_TOKEN_SHA256").doesNotContain("OPERATOR");
		assertThat(values()).containsEntry("PLANSTREAM_VIEWER_TOKEN_SHA256", sha256("chosen"));
		assertThat(secrets().output()).contains("nothing was changed");
	}

	static String sha256(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aFileThatOthersCanReadIsClosed() throws IOException {
		secrets();
		Files.setPosixFilePermissions(this.env, PosixFilePermissions.fromString("rw-r--r--"));
		secrets();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.env))).isEqualTo("rw-------");
	}

	@Test
	void aFolderInItsPlaceIsSaid() throws IOException {
		Files.createDirectory(this.env);
		Shell shell = secrets();
		assertThat(shell.exitCode()).isEqualTo(1);
		assertThat(shell.output()).contains(".env is a folder: remove it");
	}

	@Test
	void explainsItself() {
		assertThat(secrets("--help").exitCode()).isZero();
		assertThat(secrets("--help").output()).startsWith("usage: secrets");
		assertThat(secrets("nonsense").exitCode()).isEqualTo(2);
		assertThat(this.env).doesNotExist();
	}

	@Test
	void theScriptForWindowsWritesTheSameNames() {
		String script = ComposeFile.read(ComposeFile.FOLDER.resolve("secrets.ps1"));
		String list = script.substring(script.indexOf("$names = @("), script.indexOf("\n)"));
		assertThat(Pattern.compile("'(\\w+)'").matcher(list).results().map((match) -> match.group(1)).toList())
			.isEqualTo(names());
	}

	@Test
	void gitIgnoresTheFile() {
		assertThat(Shell.run(ComposeFile.FOLDER, "git", "check-ignore", "--quiet", ".env").exitCode()).isZero();
	}

	private Shell secrets(String... arguments) {
		String[] command = new String[arguments.length + 2];
		command[0] = "bash";
		command[1] = "secrets";
		System.arraycopy(arguments, 0, command, 2, arguments.length);
		return Shell.run(this.folder, command);
	}

	/** As compose reads it: of several lines with one name the last counts. */
	private Map<String, String> values() throws IOException {
		return Files.readAllLines(this.env)
			.stream()
			.filter((line) -> !line.startsWith("#") && line.contains("="))
			.map((line) -> line.split("=", 2))
			.filter((parts) -> !parts[0].equals("PLANSTREAM_DATA"))
			.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1], (first, last) -> last));
	}

}
