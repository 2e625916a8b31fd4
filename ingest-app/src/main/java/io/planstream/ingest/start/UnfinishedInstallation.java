package io.planstream.ingest.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What is left in the schema when the first start was killed in the middle of a
 * migration. The servers make each table at once and for good, and Flyway notes a
 * migration after its last statement: the next start would find tables that it has to
 * make, and fail. As long as no row of anybody's has arrived, PlanStream's own tables are
 * removed and the migrations begin again.
 */
final class UnfinishedInstallation {

	private static final Logger logger = LoggerFactory.getLogger(UnfinishedInstallation.class);

	private static final Pattern TABLE = Pattern.compile("^create table (\\w+)",
			Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

	/** Where the first row arrives: of ingestion, and of consumption. */
	private static final List<String> BEGINNINGS = List.of("run", "dead_letter", "source_watermark");

	private final Flyway flyway;

	private final Connection connection;

	UnfinishedInstallation(Flyway flyway, Connection connection) {
		this.flyway = flyway;
		this.connection = connection;
	}

	/**
	 * Removes it, if there is one. Nobody else may migrate meanwhile.
	 * @throws SQLException if the database does not answer
	 */
	void remove() throws SQLException {
		String history = this.flyway.getConfiguration().getTable();
		// a server on Windows keeps names in small letters
		Set<String> present = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		present.addAll(texts("select table_name from information_schema.tables where table_schema = database()"));
		if (!present.contains(history) || holdsRows(present) || isComplete()) {
			return;
		}
		List<String> left = new ArrayList<>(made().filter(present::contains).toList());
		if (left.isEmpty()) {
			return;
		}
		logger.info("An installation was not finished: its {} tables, which are empty, are made again", left.size());
		// those that refer to others come after them
		Collections.reverse(left);
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("drop table " + String.join(", ", left));
			statement.execute("delete from " + history);
		}
	}

	private boolean isComplete() {
		return Arrays.stream(this.flyway.info().all())
			.filter(MigrationInfo::isVersioned)
			.map(MigrationInfo::getState)
			.allMatch((state) -> state.isApplied() && !state.isFailed());
	}

	private boolean holdsRows(Set<String> tables) throws SQLException {
		for (String beginning : BEGINNINGS) {
			if (tables.contains(beginning) && !texts("select 1 from " + beginning + " limit 1").isEmpty()) {
				return true;
			}
		}
		return false;
	}

	private List<String> texts(String query) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
		}
		return texts;
	}

	/** The names of all tables that migrations make. */
	private static Stream<String> made() {
		try {
			return Arrays
				.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql"))
				.flatMap((script) -> TABLE.matcher(text(script)).results())
				.map((found) -> found.group(1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Resource script) {
		try {
			return script.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
