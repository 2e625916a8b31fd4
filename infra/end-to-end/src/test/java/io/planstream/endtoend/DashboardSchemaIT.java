package io.planstream.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.planstream.superset.asset.Assets;
import io.planstream.superset.asset.Dataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.Yaml;

import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The datasets of the dashboards describe the views that there are.
 */
class DashboardSchemaIT {

	private static TestDatabase database;

	private static JdbcClient reader;

	@BeforeAll
	static void migrate() {
		database = TestDatabase.create();
		reader = database.readerClient();
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@ParameterizedTest
	@MethodSource("datasets")
	void aDatasetListsTheColumnsOfItsViewWithTypeAndMeaning(String file) {
		Map<String, Object> dataset = new Yaml().load(Assets.shipped().files().get(file));
		Map<String, String> listed = new LinkedHashMap<>();
		for (Object entry : (List<?>) dataset.get("columns")) {
			Map<?, ?> column = (Map<?, ?>) entry;
			if (column.get("expression") == null) {
				listed.put((String) column.get("column_name"), column.get("type") + ": " + column.get("description"));
			}
		}
		Map<String, String> there = new LinkedHashMap<>();
		database.rootClient().sql("""
				select c.column_name, i.data_type, c.description from view_column c
				join information_schema.columns i on i.table_schema = database() and i.table_name = c.view_name
				  and i.column_name = c.column_name
				where c.view_name = ? order by c.position""").param(dataset.get("table_name")).query((row) -> {
			String description = row.getString(3);
			there.put(row.getString(1), type(row.getString(2)) + ": " + description.substring(0, 1).toUpperCase()
					+ description.substring(1));
		});
		assertThat(listed).isEqualTo(there);
	}

	@ParameterizedTest
	@MethodSource("datasets")
	void everyMetricAndCalculatedColumnIsSqlThatTheReaderMayRun(String file) {
		Dataset dataset = Assets.shipped()
			.datasets()
			.stream()
			.filter((one) -> file.endsWith("/" + one.view() + ".yaml"))
			.findFirst()
			.orElseThrow();
		List<String> expressions = new ArrayList<>(dataset.metrics().values());
		dataset.columns().values().forEach((column) -> expressions.add("min(" + column + ")"));
		for (String expression : expressions) {
			assertThat(reader.sql("select " + expression + " from " + dataset.view()).query().listOfRows())
				.as(expression)
				.hasSize(1);
		}
	}

	/** Servers differ in how wide a number of an expression is. */
	private static String type(String name) {
		return switch (name) {
			case "char", "varchar" -> "VARCHAR";
			case "int", "tinyint" -> "INTEGER";
			default -> name.toUpperCase();
		};
	}

	static Stream<String> datasets() {
		return Assets.shipped().files().keySet().stream().filter((name) -> name.startsWith("datasets/"));
	}

}
