package io.planstream.benchmark.command;

import java.nio.file.Files;
import java.nio.file.Path;

import io.planstream.generator.DataSetGenerator;
import io.planstream.generator.GeneratedDataSet;
import io.planstream.local.home.Json;
import io.planstream.local.stack.ProjectFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("long")
class BenchIT {

	private static final double SCALE = 0.001;

	@TempDir
	private Path folder;

	@Test
	void measuresContendersOnTheSameRowsAndLeavesNothingBehind() throws Exception {
		GeneratedDataSet files = DataSetGenerator.of(SCALE, 1).writeTo(this.folder, (rows) -> {
		});
		Path json = this.folder.resolve("report.json");
		Path svg = this.folder.resolve("report.svg");
		int exitCode = PlanStreamBench.execute("--scale", String.valueOf(SCALE), "--repeat", "2", "--only", "bare-both",
				"--only", "load-data", "--only", "whole", "--json", json.toString(), "--svg", svg.toString());
		assertThat(exitCode).isZero();
		JsonNode report = Json.MAPPER.readTree(Files.readString(json));
		long rates = files.rates().rows();
		requireResult(report.path("results").path(0), "bare-both", rates);
		requireResult(report.path("results").path(1), "whole", rates + files.planAttributes().rows());
		requireResult(report.path("results").path(2), "load-data", rates);
		assertThat(report.path("verdicts")).hasSize(2);
		assertThat(svg).content().contains(">bare-both<", ">whole<", ">load-data<");
		assertThat(ProjectFiles.find().root().resolve(Path.of("target", "bench"))).isEmptyDirectory();
	}

	private static void requireResult(JsonNode result, String name, long rows) {
		assertThat(result.path("name").asString()).isEqualTo(name);
		assertThat(result.path("failure").isNull()).isTrue();
		assertThat(result.path("repetitions").asInt()).isEqualTo(2);
		assertThat(result.path("rows").asLong()).isEqualTo(rows);
		double least = result.path("seconds").path("min").asDouble();
		double most = result.path("seconds").path("max").asDouble();
		assertThat(result.path("seconds").path("median").asDouble()).isBetween(least, most);
		assertThat(result.path("rowsPerSecond").path("max").asDouble()).isBetween(rows / least * 0.999,
				rows / least * 1.001);
		assertThat(result.path("processes").valueStream().map((use) -> use.path("process").asString()))
			.contains("broker", "database");
	}

}
