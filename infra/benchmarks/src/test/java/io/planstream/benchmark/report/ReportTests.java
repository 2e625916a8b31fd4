package io.planstream.benchmark.report;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import io.planstream.benchmark.measure.Repetition;
import io.planstream.benchmark.measure.Result;
import io.planstream.local.terminal.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReportTests {

	@TempDir
	private Path folder;

	@Test
	void judgesARatioByWhatWasMeasuredInOneRun() {
		assertThat(report(speed("whole", "planstream", 190), speed("load-data", "sql", 100)).verdicts()).singleElement()
			.satisfies((verdict) -> {
				assertThat(verdict.holds()).isFalse();
				assertThat(verdict.line()).startsWith("FAIL").contains("1.90x, wanted at least 2.00x");
			});
		assertThat(report(speed("ingest", "planstream", 66), speed("bare-ingest", "bare", 100)).verdicts())
			.singleElement()
			.satisfies((verdict) -> assertThat(verdict.line()).startsWith("PASS").contains("66 %"));
	}

	@Test
	void judgesProcessesThatHaveJustBeenStartedBesideThoseThatHaveNot() {
		assertThat(report(speed("whole", "planstream", 210), speed("whole-cold", "planstream", 190),
				speed("load-data", "sql", 100), speed("bare-both", "bare", 300))
			.verdicts()).extracting(Verdict::line)
			.satisfiesExactly((warm) -> assertThat(warm).startsWith("PASS  whole to load-data"),
					(cold) -> assertThat(cold).startsWith("FAIL  whole-cold to load-data"),
					(ceiling) -> assertThat(ceiling).startsWith("PASS  whole to bare-both"));
	}

	@Test
	void judgesTheWholeDataSetOnlyByTheWholeDataSet() {
		assertThat(report(speed("whole-all", "planstream", 1000)).verdicts()).isEmpty();
		Result all = Result.of("whole-all", "planstream", "", List.of(new Repetition(18_169_870, 119, List.of())));
		assertThat(report(all).verdicts()).singleElement().matches(Verdict::holds);
	}

	@Test
	void judgesLatencyByItsNinetyNinthPercentile() {
		Result latency = Result.of("latency-20000", "latency", "",
				List.of(new Repetition(1, 0, List.of(), Map.of("p99 ms", 1200.0))));
		assertThat(report(latency).verdicts()).singleElement().matches((verdict) -> !verdict.holds());
	}

	@Test
	void whatFailedIsNamedAndNotJudged() {
		Report report = report(speed("whole", "planstream", 100),
				Result.failed("load-data", "sql", "loads", "no disk"));
		assertThat(report.verdicts()).isEmpty();
		assertThat(report.complete()).isFalse();
		assertThat(new TextReport(report).lines()).anyMatch((line) -> line.contains("FAILED: no disk"));
	}

	@Test
	void drawsABarForEachSpeedInProportion() throws Exception {
		String svg = new SvgChart(report(speed("whole", "planstream", 100), speed("a<b", "sql", 50))).text();
		Document chart = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(svg)));
		assertThat(chart.getElementsByTagName("rect").getLength()).isEqualTo(2);
		assertThat(width(chart, 0)).isEqualTo(2 * width(chart, 1));
		assertThat(chart.getDocumentElement().getTextContent()).contains("a<b");
	}

	@Test
	void putsTheFiguresInThePlaceOfEarlierOnes() throws Exception {
		Path page = this.folder.resolve("page.md");
		Files.writeString(page, "Before\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nAfter\n");
		Report report = report(speed("whole", "planstream", 190), speed("load-data", "sql", 100));
		for (int time = 0; time < 2; time++) {
			report.writeInto(page, this.folder.resolve("speed.svg"), this.folder.resolve("more/all.json"));
			assertThat(page).content()
				.startsWith("Before\n<!-- figures: begin -->\nMeasured on 2026-11-26 by `bench`")
				.contains("(speed.svg)\n", "(more/all.json)\n", "\n| whole | 1,900 | 1 | 10.00 | 190 | 190 | 190 |",
						"\nFAIL  whole to load-data")
				.endsWith("\n<!-- figures: end -->\nAfter\n")
				.doesNotContain("old");
		}
	}

	@Test
	void refusesAPageWithoutAPlaceForFigures() throws Exception {
		Path page = Files.writeString(this.folder.resolve("page.md"), "<!-- figures: end --> <!-- figures: begin -->");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Report.requirePlace(page))
			.withMessageContaining("no place");
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> Report.requirePlace(this.folder.resolve("missing.md")))
			.withMessageContaining("missing.md");
	}

	@Test
	void namesTheVersions() {
		assertThat(Versions.current().inWords()).contains("Kafka 4.", "MariaDB 11.", "Spark 4.", "Spring Boot 4.")
			.doesNotContain("null", "$");
	}

	private static double width(Document chart, int bar) {
		return Double.parseDouble(
				chart.getElementsByTagName("rect").item(bar).getAttributes().getNamedItem("width").getNodeValue());
	}

	private static Result speed(String name, String group, long rowsPerSecond) {
		return Result.of(name, group, "title", List.of(new Repetition(rowsPerSecond * 10, 10, List.of())));
	}

	private static Report report(Result... results) {
		return Report.of("2026-11-26T00:00:00Z", "bench", Machine.current(), 1, List.of(results));
	}

}
