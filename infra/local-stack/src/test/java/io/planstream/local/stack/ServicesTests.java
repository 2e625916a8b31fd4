package io.planstream.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServicesTests {

	@Test
	void containersGetTheSameVirtualMachines() throws IOException {
		String compose = Files.readString(Path.of("../compose/compose.yaml")).replaceAll("\\s+", " ");
		for (List<String> options : List.of(Services.ingestOptions(), Services.consumerOptions())) {
			assertThat(compose).contains("JDK_JAVA_OPTIONS: >- " + String.join(" ", options) + " SERVER_ADDRESS");
		}
	}

}
