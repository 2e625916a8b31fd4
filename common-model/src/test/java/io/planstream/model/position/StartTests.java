package io.planstream.model.position;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StartTests {

	private static final PartitionLog LOG = new PartitionLog("id", 10, 20);

	@ParameterizedTest
	@ValueSource(longs = { 10, 15, 20 })
	void aPositionInTheLogIsWhereReadingBegins(long position) {
		assertThat(start("id", position)).isEqualTo(new Start.At("id", position));
	}

	@Test
	void aPositionBeforeTheLogIsRefusedAndSaysWhatToDo() {
		assertThat(start("id", 9)).isInstanceOfSatisfying(Start.Refused.class,
				(refused) -> assertThat(refused.message()).contains("rates-3", "the next one is 9", "begins at 10",
						"./planstream runs repair"));
	}

	@Test
	void aPositionBehindTheLogIsRefused() {
		assertThat(start("id", 21)).isInstanceOfSatisfying(Start.Refused.class,
				(refused) -> assertThat(refused.message()).contains("the next one is 21", "ends at 20"));
	}

	@Test
	void aPositionOfAnotherTopicOfThatNameIsRefused() {
		assertThat(start("other", 15)).isInstanceOfSatisfying(Start.Refused.class,
				(refused) -> assertThat(refused.message()).contains("deleted and made again", "other", "id"));
	}

	private static Start start(String topicId, long position) {
		return Start.of("rates", 3, new StoredPosition(topicId, position), LOG);
	}

}
