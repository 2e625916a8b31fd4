package io.planstream.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prometheus' own tool on the files of infra/prometheus.
 */
class PrometheusRulesTests {

	private static final Path RULES = Prometheus.FOLDER.resolve("alerts.yml");

	@TempDir
	private Path folder;

	@BeforeAll
	static void promtool() {
		Programs.require("promtool", "prometheus");
	}

	@Test
	void thePromtoolTestsOfTheRulesHold() throws Exception {
		assertThat(promtool(Prometheus.FOLDER, "test", "rules", "alerts.test.yml")).contains("SUCCESS");
	}

	@Test
	void aRuleThatSaysSomethingElseFailsThem() throws Exception {
		FileSystemUtils.copyRecursively(Prometheus.FOLDER, this.folder);
		Path rules = this.folder.resolve("alerts.yml");
		Files.writeString(rules, Files.readString(rules).replace("planstream_partitions_stopped > 0", "vector(1)"));
		assertThat(promtool(this.folder, "test", "rules", "alerts.test.yml")).contains("FAILED");
	}

	@Test
	void bothConfigurationsAreValidAndDifferInCredentialsOnly() throws Exception {
		String plain = Files.readString(Prometheus.FOLDER.resolve("prometheus.yml"));
		String token = Files.readString(Prometheus.FOLDER.resolve("with-token.yml"));
		String credentials = "    authorization:\n      credentials_file: /run/secrets/metrics-token\n";
		assertThat(withoutComments(token.replace(credentials, ""))).isEqualTo(withoutComments(plain));
		assertThat(token.split(credentials, -1)).as("once in each job").hasSize(3);
		assertThat(promtool(Prometheus.FOLDER, "check", "config", "prometheus.yml")).doesNotContain("FAILED");
		assertThat(checkOfAConfigurationWithAToken(token)).doesNotContain("FAILED");
	}

	@Test
	void theConfigurationOfComposeIsValid() throws Exception {
		Path compose = Prometheus.FOLDER.resolve("../compose/prometheus/prometheus.yml");
		assertThat(checkOfAConfigurationWithAToken(Files.readString(compose).replace("/etc/prometheus/", "")))
			.contains("1 rule files")
			.doesNotContain("FAILED");
	}

	private String checkOfAConfigurationWithAToken(String text) throws Exception {
		FileSystemUtils.copyRecursively(Prometheus.FOLDER, this.folder);
		Path here = Files.writeString(this.folder.resolve("metrics-token"), "secret");
		Files.writeString(this.folder.resolve("checked.yml"),
				text.replace("/run/secrets/metrics-token", here.toString()));
		return promtool(this.folder, "check", "config", "checked.yml");
	}

	private static String withoutComments(String yaml) {
		return yaml.replaceAll("(?m)^#.*\n", "");
	}

	@Test
	void everyAlertIsTestedAndExplained() throws IOException {
		String rules = Files.readString(RULES);
		Set<String> alerts = names("alert: (\\w+)", rules);
		assertThat(alerts).hasSizeGreaterThan(8);
		assertThat(names("alertname=\"(\\w+)\"", Files.readString(Prometheus.FOLDER.resolve("alerts.test.yml"))))
			.isEqualTo(alerts);
		assertThat(names("`(PlanStream\\w+)`", Files.readString(Prometheus.FOLDER.resolve("../../docs/operating.md"))))
			.isEqualTo(alerts);
		for (String alert : rules.split("- alert: ")) {
			if (!alert.startsWith("#")) {
				assertThat(alert).contains("severity: ", "summary: ", "description: ");
			}
		}
	}

	private static Set<String> names(String pattern, String text) {
		return Pattern.compile(pattern)
			.matcher(text)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String promtool(Path folder, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of("promtool"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return output + ((process.waitFor() == 0) ? "" : " FAILED with " + process.exitValue());
	}

}
