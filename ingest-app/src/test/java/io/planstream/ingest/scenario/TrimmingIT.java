package io.planstream.ingest.scenario;

import java.util.Map;

import io.planstream.ingest.kafka.PartitionLog;
import io.planstream.ingest.kafka.Topics;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TrimmingIT extends Scenario {

	private static final TopicPartition REJECTS = new TopicPartition("marketplace.reject.v1", 0);

	@Override
	String[] settings() {
		return new String[] { "planstream.keep-applied", "0s", "planstream.trim-check", "200ms" };
	}

	@Test
	void topicsAreTrimmedToWhereTheyAreAppliedOnceNoRunIsRunning() {
		String run = rest().beginRun(RateFile.ofRows(2031, 400).write(data, "first.csv"));
		awaitPublished(run);
		Map<TopicPartition, PartitionLog> published = logs();
		assertThat(published.values()).anyMatch((log) -> log.begin() < log.end());
		apply(run);
		rest().awaitState(run, "COMPLETE");
		await().until(() -> logs().values().stream().allMatch((log) -> log.begin() == log.end()));
		logs().forEach((partition, log) -> assertThat(log.end()).as(partition.toString())
			.isGreaterThanOrEqualTo(published.get(partition).end()));
		assertThat(number("select sum(rates) from rate_by_age where run_id = ?", run)).isEqualTo(400);

		String next = complete(RateFile.ofRows(2032, 300).write(data, "second.csv"));
		assertThat(rest().run(next).body().get("reconciled").asBoolean()).isTrue();

		assertThatAPositionSetBackIsRepaired(run);
	}

	private void assertThatAPositionSetBackIsRepaired(String run) {
		await().until(() -> logs().get(REJECTS).begin() == logs().get(REJECTS).end());
		this.database.root().update("update consumer_position set next_offset = 0");
		assertThat(rest().post("/api/runs/" + run + "/repair", null).status()).isEqualTo(202);
		logs().forEach((partition, log) -> {
			if (log.begin() > 0) {
				assertThat(number("select count(*) from consumer_position where topic = ? and `partition` = ?",
						partition.topic(), partition.partition()))
					.as(partition + " is consumed from the beginning of its log")
					.isZero();
			}
		});
		assertThat(number("select sum(rates) from rate_by_age where run_id = ?", run)).isEqualTo(400);
	}

	private Map<TopicPartition, PartitionLog> logs() {
		return this.app.bean(Topics.class).logs();
	}

}
