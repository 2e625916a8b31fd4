package io.planstream.model.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import io.planstream.model.record.PublishedRecord;
import io.planstream.model.row.Row;

/**
 * How the rows of a dataset add to one table: which rows, to which key, what of them is
 * kept, and by what each measure grows. A declaration: immutable and thread-safe.
 *
 * @param <R> type of the rows
 */
public final class Grain<R extends Row> {

	private final AggregateTable table;

	private final Predicate<R> filter;

	private final List<Function<R, Object>> keys;

	private final List<Function<R, Object>> attributes;

	private final List<ToLongFunction<R>> measures;

	private Grain(Builder<R> builder) {
		this.table = new AggregateTable(builder.table, List.copyOf(builder.keyColumns),
				List.copyOf(builder.attributeColumns), List.copyOf(builder.measureColumns));
		this.filter = builder.filter;
		this.keys = List.copyOf(builder.keys);
		this.attributes = List.copyOf(builder.attributes);
		this.measures = List.copyOf(builder.measures);
	}

	/**
	 * Begins the declaration of a table whose key starts with run, year and state.
	 * @param <R> type of the rows
	 * @param table name of the table
	 * @return a builder
	 */
	public static <R extends Row> Builder<R> of(String table) {
		return Grain.<R>keyedFrom(table).key("state_code", Row::stateCode);
	}

	/**
	 * Begins the declaration of a table whose key starts with run and year alone.
	 * @param <R> type of the rows
	 * @param table name of the table
	 * @return a builder
	 */
	public static <R extends Row> Builder<R> keyedFrom(String table) {
		return new Builder<R>(table).key("business_year", Row::businessYear);
	}

	/**
	 * A fold into several tables.
	 * @param <R> type of the rows
	 * @param grains the tables, in the order in which they are locked
	 * @return a new and empty fold
	 */
	public static <R extends Row> RowFold fold(List<Grain<R>> grains) {
		return new GrainFold<>(grains);
	}

	AggregateTable table() {
		return this.table;
	}

	int keySize() {
		return this.keys.size() + 1;
	}

	boolean takes(R row) {
		return this.filter.test(row);
	}

	void fill(Key key, String run, R row) {
		key.set(0, run);
		for (int i = 0; i < this.keys.size(); i++) {
			key.set(i + 1, this.keys.get(i).apply(row));
		}
	}

	void add(long[] numbers, R row) {
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = this.table.measures().get(i).kind().combine(numbers[i], this.measures.get(i).applyAsLong(row));
		}
	}

	Object[] attributesOf(R row) {
		return this.attributes.stream().map((attribute) -> attribute.apply(row)).toArray();
	}

	/**
	 * Declares the columns of a table, in their order. For one thread.
	 *
	 * @param <R> type of the rows
	 */
	public static final class Builder<R extends Row> {

		private final String table;

		private final List<String> keyColumns = new ArrayList<>(List.of("run_id"));

		private final List<Function<R, Object>> keys = new ArrayList<>();

		private final List<String> attributeColumns = new ArrayList<>();

		private final List<Function<R, Object>> attributes = new ArrayList<>();

		private final List<Measure> measureColumns = new ArrayList<>();

		private final List<ToLongFunction<R>> measures = new ArrayList<>();

		private Predicate<R> filter = (row) -> true;

		private Builder(String table) {
			this.table = table;
		}

		/**
		 * Takes some rows only.
		 * @param condition whether a row adds anything
		 * @return this
		 */
		public Builder<R> only(Predicate<R> condition) {
			this.filter = condition;
			return this;
		}

		/**
		 * Declares a column of the primary key.
		 * @param column its name
		 * @param value a text or an Integer, never null
		 * @return this
		 */
		public Builder<R> key(String column, Function<R, Object> value) {
			this.keyColumns.add(column);
			this.keys.add(value);
			return this;
		}

		/**
		 * Declares a column that holds what the first source row of the key says.
		 * @param column its name
		 * @param value a text, number, Boolean, java.time.LocalDate or null
		 * @return this
		 */
		public Builder<R> first(String column, Function<R, Object> value) {
			this.attributeColumns.add(column);
			this.attributes.add(value);
			return this;
		}

		/**
		 * Declares a sum.
		 * @param column its name
		 * @param value by what a row adds to it
		 * @return this
		 */
		public Builder<R> sum(String column, ToLongFunction<R> value) {
			this.measureColumns.add(Measure.sum(column));
			this.measures.add(value);
			return this;
		}

		/**
		 * Declares a count of all rows.
		 * @param column its name
		 * @return this
		 */
		public Builder<R> count(String column) {
			return sum(column, (row) -> 1);
		}

		/**
		 * Declares a count of some rows.
		 * @param column its name
		 * @param condition whether a row counts
		 * @return this
		 */
		public Builder<R> count(String column, Predicate<R> condition) {
			return sum(column, (row) -> condition.test(row) ? 1 : 0);
		}

		/**
		 * Ends the declaration.
		 * @return the grain
		 */
		public Grain<R> build() {
			return new Grain<>(this);
		}

	}

	/** A record as the grains of its dataset see it. */
	@SuppressWarnings("unchecked") // a fold is only ever given rows of its own dataset
	static <R extends Row> R rowOf(PublishedRecord.OfRow record) {
		return (R) record.row();
	}

}
