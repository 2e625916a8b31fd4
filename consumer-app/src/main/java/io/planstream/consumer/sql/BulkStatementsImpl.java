package io.planstream.consumer.sql;

import io.planstream.model.aggregate.Change;
import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.ConnectionCallback;
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
		Integer affected = this.jdbc.execute((ConnectionCallback<Integer>) change::executeOn);
		return (affected != null) ? affected : 0;
	}

}
