package io.planstream.model.aggregate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of additive aggregates: key columns, then measures.
 *
 * @param name its name
 * @param keys its key columns, in the order of the primary key
 * @param measures its numbers
 */
public record AggregateTable(String name, List<String> keys, List<Measure> measures) {

	/**
	 * The statement that adds deltas to it. {@code VALUES(column)} is the one grammar
	 * that MySQL and MariaDB share, and the form that Connector/J rewrites into one
	 * statement for a whole batch.
	 * @return SQL with a parameter for each key column, then one for each measure
	 */
	public String upsertSql() {
		String columns = Stream.concat(this.keys.stream(), this.measures.stream().map(Measure::column))
			.map(AggregateTable::quoted)
			.collect(Collectors.joining(", "));
		String parameters = Stream.generate(() -> "?")
			.limit(this.keys.size() + this.measures.size())
			.collect(Collectors.joining(", "));
		String updates = this.measures.stream()
			.map((measure) -> measure.column() + " = " + measure.kind().sql(measure.column()))
			.collect(Collectors.joining(", "));
		String keep = quoted(this.keys.get(0)) + " = values(" + quoted(this.keys.get(0)) + ")";
		return "insert into " + this.name + " (" + columns + ") values (" + parameters + ") on duplicate key update "
				+ (updates.isEmpty() ? keep : updates);
	}

	long[] identity() {
		return this.measures.stream().mapToLong((measure) -> measure.kind().identity()).toArray();
	}

	/** {@code partition} is a reserved word. */
	private static String quoted(String column) {
		return column.equals("partition") ? "`partition`" : column;
	}

}
