package io.planstream.compose;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaSettingsTests {

	@Test
	void everyVariableIsASettingOfTheBrokerAndTheyFitTogether() {
		Map<String, String> settings = settings();
		assertThat(KafkaConfig.configDef().names()).containsAll(settings.keySet());
		KafkaConfig config = new KafkaConfig(settings, false);
		assertThat(config.brokerId()).isEqualTo(1);
		assertThat(config.autoCreateTopicsEnable()).isFalse();
		assertThat(config.logRetentionTimeMillis()).isEqualTo(-1);
	}

	@Test
	void theBrokerKeepsItsRecordsInTheVolume() {
		assertThat(ComposeFile.INSTANCE.service("kafka").get("volumes").texts())
			.containsExactly("kafka-data:" + settings().get("log.dirs"));
	}

	/** The image's rule: the prefix goes, underscores become points. */
	private static Map<String, String> settings() {
		Map<String, String> settings = new TreeMap<>();
		ComposeFile.INSTANCE.service("kafka").get("environment").entries().forEach((name, value) -> {
			if (!name.equals("KAFKA_HEAP_OPTS")) {
				settings.put(name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
			}
		});
		return settings;
	}

}
