package io.planstream.model.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.planstream.model.row.PlanRowParser;
import io.planstream.model.row.RateRowParser;
import io.planstream.model.row.RowParser;

/**
 * A kind of source file. The order of the constants is the order in which a run reads
 * them: plans first, because rates and benefits are enriched with them.
 */
public enum Dataset {

	/** Plans and their variants, one row per 17-character plan id. */
	PLAN_ATTRIBUTES("plan-attributes", PlanRowParser.COLUMNS, PlanRowParser::new),

	/** Premiums by plan, rating area, age and tobacco use. */
	RATE("rate", RateRowParser.COLUMNS, RateRowParser::new);

	/** Topic of the rows that cannot be read, whatever their dataset. */
	public static final String REJECT_TOPIC = "marketplace.reject.v1";

	private final String id;

	private final List<Column> columns;

	private final Supplier<RowParser> parser;

	Dataset(String id, List<Column> columns, Supplier<RowParser> parser) {
		this.id = id;
		this.columns = columns;
		this.parser = parser;
	}

	/**
	 * The name in tables, topics, metrics and commands.
	 * @return for example {@code plan-attributes}
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The topic its rows are published to.
	 * @return for example {@code marketplace.rate.v1}
	 */
	public String topic() {
		return "marketplace." + this.id + ".v1";
	}

	/**
	 * The columns it reads; a parser refers to them by their index here.
	 * @return the columns, the business year first
	 */
	public List<Column> columns() {
		return this.columns;
	}

	/**
	 * A parser of its rows.
	 * @return a new parser, for one thread
	 */
	public RowParser newParser() {
		return this.parser.get();
	}

	/**
	 * Finds a dataset by its name.
	 * @param id as {@link #id()} gives it
	 * @return the dataset, if there is one of that name
	 */
	public static Optional<Dataset> byId(String id) {
		return Arrays.stream(values()).filter((dataset) -> dataset.id.equals(id)).findFirst();
	}

}
