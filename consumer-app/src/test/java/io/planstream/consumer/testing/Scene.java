package io.planstream.consumer.testing;

import java.time.Duration;
import java.util.List;

import io.planstream.model.ContractVersion;
import io.planstream.model.RunId;
import io.planstream.model.csv.Fields;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.plan.PlanAmounts;
import io.planstream.model.plan.PlanRow;
import io.planstream.model.rate.RateRow;
import io.planstream.testsupport.server.TestBroker;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fresh topics and a fresh schema, with what tests ask of them.
 */
public final class Scene implements AutoCloseable {

	public static final int PARTITIONS = 3;

	private final Schema schema;

	public Scene() {
		this(Schema.shared());
	}

	public Scene(Schema schema) {
		this.schema = schema;
		remakeTopics();
	}

	public void remakeTopics() {
		Dataset.allTopics().forEach((topic) -> {
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
				String.valueOf(age), cents, Fields.NO_AMOUNT, 0, Publisher.SILVER);
	}

	/** A plan of that state; always the same variant of it. */
	public static PlanRow plan(String state, String name) {
		return new PlanRow(2016, state, "12345", "12345" + state + "0010001-00", "12345" + state + "0010001",
				"12345" + state + "001", name, Publisher.SILVER, "Standard", 0, true, "N1", "S1", "No", "Existing",
				7070, PlanAmounts.NONE, PlanAmounts.NONE, 16_801, null, 0);
	}

	public RunId run(int number) {
		RunId run = new RunId(0x5EED_0000_0000_0000L + number);
		this.schema.root()
			.update("insert into run (run_id, content_hash, ordinal, contract_version, partitions, state, attempt, "
					+ "reject_share, reject_count, created_at) values (?, repeat('0', 64), ?, ?, ?, 'RUNNING', 1, 0.01, 100, now(6))",
					run.toString(), number, ContractVersion.CURRENT, PARTITIONS);
		return run;
	}

	public Publisher publisher(RunId run) {
		return new Publisher(TestBroker.bootstrapServers(), run, PARTITIONS);
	}

	public RunningConsumer start(String... more) {
		return RunningConsumer.start(this.schema.consumerProperties(), more);
	}

	public String jdbcUrl() {
		return this.schema.consumerProperties().get("spring.datasource.url");
	}

	/** With beans that stand in the way of the application's own. */
	public RunningConsumer startWith(Class<?> configuration, String... more) {
		return RunningConsumer.start(configuration, this.schema.consumerProperties(), more);
	}

	public JdbcTemplate root() {
		return this.schema.root();
	}

	public JdbcClient sql() {
		return JdbcClient.create(this.schema.root());
	}

	public long number(String query) {
		return sql().sql(query).query(Long.class).single();
	}

	public long applied(RunId run) {
		return number("select coalesce(sum(applied_rows), 0) from source_watermark where run_id = '" + run + "'");
	}

	public long ended(RunId run) {
		return number("select count(*) from source_watermark where ended and run_id = '" + run + "'");
	}

	/** One line a stream: partition, last sequence and counts. */
	public List<String> watermarks(RunId run) {
		return sql().sql("select concat_ws(' ', `partition`, last_sequence, 'applied', applied_rows, 'duplicates', "
				+ "duplicates, 'gaps', gaps) from source_watermark where run_id = ? order by topic, slice, `partition`")
			.param(run.toString())
			.query(String.class)
			.list();
	}

	/** Whether no percentile waits to be refreshed. */
	public boolean fresh() {
		return number("select count(*) from rate_percentile_stale") == 0;
	}

	/** Deletes what Kafka knows of the consumer group; nobody may be in it. */
	public void forgetGroup() {
		try (Admin admin = TestBroker.admin()) {
			await().ignoreExceptions().until(() -> {
				admin.deleteConsumerGroups(List.of("planstream-consumer")).all().get();
				return true;
			});
		}
	}

	/** Every row of every table that a run fills, in order, without counts of traffic. */
	public List<String> results() {
		return List
			.of("rate_by_age", "rate_by_issuer", "rate_by_rating_area", "plan_rate", "plan_premium", "rate_histogram",
					"plan", "dataset_total", "rule_count", "rejected_row", "rate_percentile")
			.stream()
			.flatMap((table) -> sql().sql("select * from " + table)
				.query()
				.listOfRows()
				.stream()
				.map((row) -> table + row)
				.sorted())
			.toList();
	}

	@Override
	public void close() {
		this.schema.close();
	}

}
