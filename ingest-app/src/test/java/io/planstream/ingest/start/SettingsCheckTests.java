package io.planstream.ingest.start;

import java.util.Map;

import io.planstream.model.start.StartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SettingsCheckTests {

	@Test
	void theDefaultsOfKafkaAreEnough() {
		assertThatNoException().isThrownBy(() -> SettingsCheck.check(Map.of()));
	}

	@ParameterizedTest
	@CsvSource({ "acks, 1, spring.kafka.producer.acks=all", "acks, 0, spring.kafka.producer.acks=all",
			"enable.idempotence, false, spring.kafka.producer.properties.enable.idempotence=true",
			"max.in.flight.requests.per.connection, 6, in.flight.requests.per.connection=5" })
	void aWeakerSettingIsRefusedWithWhatToSet(String name, String value, String action) {
		StartException refused = catchThrowableOfType(StartException.class,
				() -> SettingsCheck.check(Map.of(name, value)));
		assertThat(refused).hasMessageContaining(name + " is " + value);
		assertThat(new StartFailureAnalyzer().analyze(refused).getAction()).contains(action);
	}

}
