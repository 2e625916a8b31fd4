package io.planstream.consumer.start;

import java.util.Map;

import io.planstream.model.start.StartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SettingsCheckTests {

	private static final String URL = "jdbc:mysql://localhost/planstream?rewriteBatchedStatements=true";

	@Test
	void theSettingsThatComeWithTheApplicationAreAccepted() {
		assertThatNoException().isThrownBy(() -> SettingsCheck.check(URL, consumer("none", "false"), 2, 16));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			jdbc:mysql://localhost/planstream, none,     false, 2,  Append rewriteBatchedStatements=true
			URL,                               earliest, false, 2,  Set spring.kafka.consumer.auto-offset-reset=none
			URL,                               none,     true,  2,  Set spring.kafka.consumer.enable-auto-commit=false
			URL,                               none,     false, 0,  Set it to a number from 1 on
			URL,                               none,     false, 13, maximum-pool-size to at least four more""")
	void aWrongSettingIsRefusedWithWhatToDo(String url, String reset, String autoCommit, int concurrency,
			String action) {
		StartException refused = catchThrowableOfType(StartException.class,
				() -> SettingsCheck.check(url.replace("URL", URL), consumer(reset, autoCommit), concurrency, 16));
		assertThat(refused.action()).contains(action);
		assertThat(new StartFailureAnalyzer().analyze(refused).getAction()).isEqualTo(refused.action());
	}

	private static Map<String, Object> consumer(String reset, String autoCommit) {
		return Map.of("auto.offset.reset", reset, "enable.auto.commit", autoCommit);
	}

}
