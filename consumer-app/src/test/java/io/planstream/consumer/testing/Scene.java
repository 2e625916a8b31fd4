package io.planstream.consumer.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.planstream.consumer.listen.Topics;
import io.planstream.model.RunId;
import io.planstream.model.csv.Fields;
import io.planstream.model.row.RateRow;
import io.planstream.testsupport.server.TestBroker;
import io.planstream.testsupport.server.TestDatabase;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fresh topics and a fresh schema, with what tests ask of them.
 */
public final class Scene implements AutoCloseable {

	public static final int PARTITIONS = 3;

	private final TestDatabase database = TestDatabase.create();

	public Scene() {
		remakeTopics();
	}

	public void remakeTopics() {
		Topics.all().forEach((topic) -> {
			TestBroker.deleteTopic(topic);
			await().ignoreExceptions().until(() -> {
				TestBroker.createTopic(topic, PARTITIONS);
				return true;
			});
		});
	}

	public static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
	}

	/** A rate of Texas in 2016; other states and years are other partitions. */
	public static RateRow rate(String state, int age, long cents) {
		return new RateRow(2016, state, "12345", "12345" + state + "0010001", "Rating Area 1", "No Preference",
				String.valueOf(age), cents, Fields.NO_AMOUNT, 0);
	}

	public RunId run(int number) {
		RunId run = new RunId(0x5EED_0000_0000_0000L + number);
		this.database.root()
			.update("insert into run (run_id, content_hash, ordinal, contract_version, partitions, state, attempt, "
					+ "reject_share, reject_count, created_at) values (?, repeat('0', 64), ?, 1, ?, 'RUNNING', 1, 0.01, 100, now(6))",
					run.toString(), number, PARTITIONS);
		return run;
	}

	public Publisher publisher(RunId run) {
		return new Publisher(TestBroker.bootstrapServers(), run, PARTITIONS);
	}

	public RunningConsumer start(String... more) {
		return RunningConsumer.start(this.database.consumerProperties(), more);
	}

	public TestDatabase database() {
		return this.database;
	}

	public JdbcClient sql() {
		return this.database.rootClient();
	}

	public long number(String query) {
		return sql().sql(query).query(Long.class).single();
	}

	public long applied(RunId run) {
		return number("select coalesce(sum(applied_rows), 0) from source_watermark where run_id = '" + run + "'");
	}

	/** Every row of every table that a run fills, in order, without counts of traffic. */
	public List<Map<String, Object>> results() {
		return List
			.of("rate_by_age", "rate_by_issuer", "rate_by_rating_area", "plan_rate", "rate_histogram", "plan",
					"dataset_total", "rule_count", "rejected_row", "rate_percentile")
			.stream()
			.flatMap((table) -> sql()
				.sql("select '" + table + "' as table_name, t.* from " + table + " t order by 2, 3, 4, 5, 6, 7")
				.query()
				.listOfRows()
				.stream())
			.toList();
	}

	@Override
	public void close() {
		this.database.close();
	}

}
