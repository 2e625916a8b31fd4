package io.planstream.spark;

import java.time.Duration;

import io.planstream.spark.query.QuerySettings;
import io.planstream.model.start.StartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTests {

	private static final String URL = "--jdbc-url=jdbc:mysql://db/planstream?rewriteBatchedStatements=true";

	@Test
	void whatIsNotGivenHasTheValuesOfTheHelp() {
		Options options = parse("--checkpoint=file:///c");
		assertThat(options.query()).isEqualTo(new QuerySettings("127.0.0.1:9092", "file:///c", Duration.ofMillis(500),
				400_000, 0, Duration.ofSeconds(2), 50_000));
		assertThat(options.startLimit()).isEqualTo(Duration.ofMinutes(2));
		assertThat(options.flowKept()).isEqualTo(Duration.ofDays(7));
		assertThat(options.percentileInterval()).isEqualTo(Duration.ofMillis(500));
		assertThat(options.pages().getHostString()).isEqualTo("127.0.0.1");
		assertThat(options.pages().getPort()).isEqualTo(8081);
	}

	@Test
	void throttlesAreTakenOver() {
		assertThat(parse("--checkpoint=c", "--bootstrap-servers=a:1,b:2", "--trigger-millis=100",
				"--max-offsets-per-trigger=7", "--min-offsets-per-trigger=5", "--max-trigger-delay-millis=300",
				"--rows-per-transaction=3")
			.query())
			.isEqualTo(new QuerySettings("a:1,b:2", "c", Duration.ofMillis(100), 7, 5, Duration.ofMillis(300), 3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--max-offsets-per-trigger", "--rows-per-transaction", "--percentile-millis" })
	void zeroIsRefusedWhereNothingWouldEverHappen(String option) {
		refused(() -> parse("--checkpoint=c", option + "=0").query(), option + " is 0", "Give a number from 1 on");
	}

	@Test
	void whatIsNeededIsAskedFor() {
		refused(() -> parse().query(), "--checkpoint is not given", "--help");
		refused(() -> parse("--checkpoint= ").query(), "--checkpoint is not given", "--help");
		refused(() -> parse().database(), "--jdbc-url is not given", "--help");
		refused(() -> parse("--jdbc-url=jdbc:mysql://db/planstream").database(),
				"--jdbc-url lacks rewriteBatchedStatements=true", "Append");
		refused(() -> parse(URL, "--jdbc-user=somebody").database(), "The environment has no PLANSTREAM_JDBC_PASSWORD",
				"Set it to the password of somebody");
	}

	@Test
	void aPasswordIsNoOption() {
		assertThat(new CommandLine(new SparkApplication()).getUsageMessage()).contains("PLANSTREAM_JDBC_PASSWORD")
			.doesNotContain("--jdbc-password", "--password");
	}

	private static void refused(Runnable work, String what, String action) {
		assertThatExceptionOfType(StartException.class).isThrownBy(work::run)
			.withMessageContaining(what)
			.satisfies((refusal) -> assertThat(refusal.action()).contains(action));
	}

	private static Options parse(String... arguments) {
		return CommandLine.populateCommand(new Options(), arguments);
	}

}
