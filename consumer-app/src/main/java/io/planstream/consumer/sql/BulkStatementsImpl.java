package io.planstream.consumer.sql;

import java.util.Arrays;

import io.planstream.model.aggregate.Change;
import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

class BulkStatementsImpl implements BulkStatements {

	private final JdbcTemplate jdbc;

	private final EntityManager entities;

	BulkStatementsImpl(JdbcTemplate jdbc, EntityManager entities) {
		this.jdbc = jdbc;
		this.entities = entities;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public int execute(Change change) {
		if (change.rows().isEmpty()) {
			return 0;
		}
		this.entities.flush();
		int[][] affected = this.jdbc.batchUpdate(change.sql(), change.rows(), Change.ROWS_PER_STATEMENT,
				(statement, row) -> {
					for (int i = 0; i < row.length; i++) {
						statement.setObject(i + 1, row[i]);
					}
				});
		return Arrays.stream(affected).flatMapToInt(Arrays::stream).filter((rows) -> rows > 0).sum();
	}

}
