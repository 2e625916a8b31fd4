package io.planstream.model.aggregate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of additive aggregates: key columns, then what is known of the key, then
 * measures.
 * <p>
 * Of several source rows for one key the attributes of the first by file and line stay,
 * whichever comes first to the table; a table with attributes has the column
 * {@code source_order}, its last.
 *
 * @param name its name
 * @param keys its key columns, in the order of the primary key
 * @param attributes columns that follow from the key
 * @param measures its numbers
 */
public record AggregateTable(String name, List<String> keys, List<String> attributes, List<Measure> measures) {

	private static final String ORDER = "source_order";

	/**
	 * A table without attributes.
	 * @param name its name
	 * @param keys its key columns, in the order of the primary key
	 * @param measures its numbers
	 */
	public AggregateTable(String name, List<String> keys, List<Measure> measures) {
		this(name, keys, List.of(), measures);
	}

	/**
	 * What adds deltas to it.
	 * @param rows a value for each column, in the order of the primary key
	 * @return the change
	 */
	Change change(List<Object[]> rows) {
		return new Change(this.name, upsertSql(), rows, true);
	}

	/**
	 * The statement that adds deltas to it. {@code VALUES(column)} is the one grammar
	 * that MySQL and MariaDB share, and the form that Connector/J rewrites into one
	 * statement for a whole batch. Assignments are evaluated in order, so the order of
	 * the source row has to be the last.
	 * @return SQL with a parameter for each column
	 */
	public String upsertSql() {
		List<String> columns = columns().toList();
		String updates = Stream.of(attributeUpdates(), measureUpdates(), orderUpdate())
			.flatMap((each) -> each)
			.collect(Collectors.joining(", "));
		String keep = quoted(this.keys.get(0)) + " = values(" + quoted(this.keys.get(0)) + ")";
		return "insert into " + this.name + " (" + columns.stream().collect(Collectors.joining(", ")) + ") values ("
				+ columns.stream().map((column) -> "?").collect(Collectors.joining(", ")) + ") on duplicate key update "
				+ (updates.isEmpty() ? keep : updates);
	}

	private Stream<String> columns() {
		return Stream
			.of(this.keys.stream(), this.attributes.stream(), this.measures.stream().map(Measure::column),
					hasOrder() ? Stream.of(ORDER) : Stream.<String>empty())
			.flatMap((names) -> names)
			.map(AggregateTable::quoted);
	}

	private Stream<String> attributeUpdates() {
		return this.attributes.stream()
			.map((column) -> column + " = if(values(" + ORDER + ") < " + ORDER + ", values(" + column + "), " + column
					+ ")");
	}

	private Stream<String> measureUpdates() {
		return this.measures.stream().map((measure) -> measure.column() + " = " + measure.kind().sql(measure.column()));
	}

	private Stream<String> orderUpdate() {
		return hasOrder() ? Stream.of(ORDER + " = " + Measure.Kind.MIN.sql(ORDER)) : Stream.empty();
	}

	boolean hasOrder() {
		return !this.attributes.isEmpty();
	}

	long[] identity() {
		return this.measures.stream().mapToLong((measure) -> measure.kind().identity()).toArray();
	}

	/** {@code partition} is a reserved word. */
	private static String quoted(String column) {
		return column.equals("partition") ? "`partition`" : column;
	}

}
