package io.planstream.consumer.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.planstream.model.start.DatabaseCheck;
import io.planstream.model.start.StartException;
import jakarta.persistence.Table;

import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Asks the database whether the application can work with it, without Hibernate, which
 * would end the application for a missing table.
 */
@Component
public class SchemaProbe {

	private final DataSource dataSource;

	private final List<String> tables;

	SchemaProbe(DataSource dataSource, PersistenceManagedTypes entities) {
		this.dataSource = dataSource;
		this.tables = entities.getManagedClassNames().stream().flatMap(SchemaProbe::table).sorted().toList();
	}

	/**
	 * Looks at the table of every entity, and whether connections and tables are what
	 * counting each row once rests on.
	 * @throws StartException if they are not
	 * @throws SQLException if the server does not answer, or a table is not there or may
	 * not be read
	 */
	public void check() throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			for (String table : this.tables) {
				statement.executeQuery("select 1 from " + table + " where 1 = 0").close();
			}
			DatabaseCheck.check(connection);
		}
	}

	/** Entities have a table; embeddables have none. */
	private static Stream<String> table(String type) {
		Table table = ClassUtils.resolveClassName(type, null).getAnnotation(Table.class);
		return Stream.ofNullable(table).map(Table::name);
	}

}
