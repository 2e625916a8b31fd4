package io.planstream.spark.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CheckpointTests {

	@Test
	void isRemovedAsAWholeAlsoAfterAnAttemptThatWasCutShort(@TempDir Path folder) throws IOException {
		Path location = folder.resolve("checkpoint");
		Files.createDirectories(location.resolve("commits"));
		Files.writeString(location.resolve("commits/7"), "v1");
		Files.createDirectories(folder.resolve("checkpoint.removed/offsets"));
		Checkpoint checkpoint = new Checkpoint(location.toUri().toString(), new Configuration());
		checkpoint.remove();
		assertThat(folder).isEmptyDirectory();
		checkpoint.remove();
		assertThat(folder).isEmptyDirectory();
	}

}
