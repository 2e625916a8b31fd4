package io.planstream.consumer.sql;

import java.util.ArrayList;
import java.util.List;

import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.aggregate.Change;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class BulkStatementsIT {

	private static final String SQL = "insert into rule_count (run_id, dataset, rule_name, `partition`, affected_rows) "
			+ "values (?, ?, ?, ?, ?) on duplicate key update affected_rows = affected_rows + values(affected_rows)";

	private static Scene scene;

	private static RunningConsumer consumer;

	private static BulkStatements statements;

	private static JdbcTemplate jdbc;

	@BeforeAll
	static void open() {
		scene = new Scene();
		consumer = scene.start();
		jdbc = consumer.bean(JdbcTemplate.class);
		statements = new BulkStatementsImpl(jdbc, consumer.bean(EntityManager.class));
	}

	@AfterAll
	static void close() {
		consumer.close();
		scene.close();
	}

	@Test
	void thousandsOfRowsAreAFewStatements() {
		long sent = transaction().execute((status) -> {
			long before = statementsSent();
			statements.execute(new Change("rule_count", SQL, rows(2500)));
			statements.execute(new Change("rule_count", SQL, rows(2500)));
			return statementsSent() - before;
		});
		assertThat(sent).isLessThanOrEqualTo(6);
		assertThat(scene.number("select count(*) from rule_count where affected_rows = 2")).isEqualTo(2500);
	}

	private static TransactionTemplate transaction() {
		return new TransactionTemplate(consumer.bean(PlatformTransactionManager.class));
	}

	private static long statementsSent() {
		return jdbc.queryForObject("show session status like 'Com_insert'", (row, number) -> row.getLong(2));
	}

	private static List<Object[]> rows(int count) {
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			rows.add(new Object[] { "0000000000000000", "rate", "rule", i, 1 });
		}
		return rows;
	}

}
