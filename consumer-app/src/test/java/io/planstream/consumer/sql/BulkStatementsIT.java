package io.planstream.consumer.sql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.aggregate.Change;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.ConnectionCallback;
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
			statements.execute(new Change("rule_count", SQL, rows(2500), true));
			statements.execute(new Change("rule_count", SQL, rows(2500), false));
			return statementsSent() - before;
		});
		assertThat(sent).isLessThanOrEqualTo(6);
		assertThat(scene.number("select count(*) from rule_count where affected_rows = 2")).isEqualTo(2500);
	}

	/** A row of the first table is written into the statement, one of the second not. */
	@Test
	void valuesThatAreWrittenIntoTheStatementArriveAsThoseThatAreNot() {
		List<String> texts = List.of("", " ", "plain", "O'Neil", "a\\'b", "back\\slash\\", "\"quoted\"", "`t`",
				"100 %_?", "-- no comment", "line\nbreak\r\ttab", "nul\0byte", "Ñandú", "雪", "\uD83D\uDE00",
				"{d '2016-01-01'}", "\u001A", "), (99, '", ":name ${x}");
		List<Object[]> rows = new ArrayList<>();
		for (String text : texts) {
			rows.add(new Object[] { (long) rows.size(), text, Integer.MIN_VALUE, rows.size() % 2 == 0,
					LocalDate.of(2016, 2, 29), LocalDateTime.of(2016, 11, 6, 1, 30, 0, 123_456_000) });
		}
		rows.add(new Object[] { Long.MAX_VALUE, null, null, null, null, null });
		List<Map<String, Object>> written = writtenTo("written", rows, true);
		assertThat(written).isEqualTo(writtenTo("sent", rows, false)).hasSize(rows.size());
		assertThat(written).extracting((row) -> row.get("t")).startsWith(texts.toArray());
	}

	private static List<Map<String, Object>> writtenTo(String table, List<Object[]> rows, boolean literal) {
		scene.root()
			.execute("create table " + table
					+ " (id bigint primary key, t varchar(400), n int, b boolean, d date, at datetime(6))");
		Change change = new Change(table,
				"insert into " + table
						+ " (id, t, n, b, d, at) values (?, ?, ?, ?, ?, ?) on duplicate key update id = id",
				rows, literal);
		scene.root().execute((ConnectionCallback<Integer>) change::executeOn);
		return scene.root().queryForList("select * from " + table + " order by id");
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
