package io.planstream.model.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.planstream.model.aggregate.Grain;
import io.planstream.model.aggregate.RowFold;
import io.planstream.model.area.ServiceAreaRow;
import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.MessageSchema;
import io.planstream.model.benefit.BenefitReader;
import io.planstream.model.benefit.BenefitRow;
import io.planstream.model.benefit.BenefitTables;
import io.planstream.model.businessrule.BusinessRuleRow;
import io.planstream.model.crosswalk.CrosswalkRow;
import io.planstream.model.network.NetworkRow;
import io.planstream.model.plan.PlanIndex;
import io.planstream.model.plan.PlanRow;
import io.planstream.model.plan.PlanTables;
import io.planstream.model.rate.RateFold;
import io.planstream.model.rate.RateRow;
import io.planstream.model.row.Row;
import io.planstream.model.row.RowParser;
import io.planstream.model.row.RowReader;

/**
 * A kind of source file, and all that reading, publishing and applying need to know of
 * it: its columns, what a row is, how a row travels, and what it adds to which table. The
 * order of the constants is the order in which a run reads them: plans first, because
 * rates and benefits are enriched with them.
 */
public enum Dataset {

	/** Plans and their variants, one row per 17-character plan id. */
	PLAN_ATTRIBUTES("plan-attributes", PlanRow.COLUMNS,
			new Reader((plans) -> (values) -> PlanRow.of(values, plans), false), MessageSchema.of("Plan", 2),
			PlanRow::read, () -> Grain.fold(PlanTables.ALL)),

	/** Provider networks of the issuers. */
	NETWORK("network", NetworkRow.COLUMNS, Reader.plain(NetworkRow::of), MessageSchema.of("Network", 1),
			NetworkRow::read, () -> Grain.fold(NetworkRow.TABLES)),

	/** Where plans are sold, by county. */
	SERVICE_AREA("service-area", ServiceAreaRow.COLUMNS, Reader.plain(ServiceAreaRow::of),
			MessageSchema.of("ServiceArea", 1), ServiceAreaRow::read, () -> Grain.fold(ServiceAreaRow.TABLES)),

	/** How issuers price families. */
	BUSINESS_RULES("business-rules", BusinessRuleRow.COLUMNS, Reader.plain(BusinessRuleRow::of),
			MessageSchema.of("BusinessRule", 1), BusinessRuleRow::read, () -> Grain.fold(BusinessRuleRow.TABLES)),

	/** What became of the plans of the year before, by county. */
	CROSSWALK("crosswalk", CrosswalkRow.COLUMNS, Reader.plain(CrosswalkRow::of), MessageSchema.of("Crosswalk", 1),
			CrosswalkRow::read, () -> Grain.fold(CrosswalkRow.TABLES)),

	/** Premiums by plan, rating area, age and tobacco use. */
	RATE("rate", RateRow.COLUMNS, Reader.enriched((plans) -> (values) -> RateRow.of(values, plans)),
			MessageSchema.of("Rate", 2), RateRow::read, RateFold::new),

	/** Benefits by plan variant. */
	BENEFITS_COST_SHARING("benefits-cost-sharing", BenefitReader.COLUMNS, Reader.enriched(BenefitReader::new),
			MessageSchema.of("Benefit", 1), BenefitRow::read, () -> Grain.fold(BenefitTables.ALL));

	/** Topic of the rows that cannot be read, whatever their dataset. */
	public static final String REJECT_TOPIC = "marketplace.reject.v1";

	private final String id;

	private final List<Column> columns;

	private final Reader reader;

	private final MessageSchema schema;

	private final Function<AvroIn, Row> decoder;

	private final Supplier<RowFold> folds;

	Dataset(String id, List<Column> columns, Reader reader, MessageSchema schema, Function<AvroIn, Row> decoder,
			Supplier<RowFold> folds) {
		this.id = id;
		this.columns = columns;
		this.reader = reader;
		this.schema = schema;
		this.decoder = decoder;
		this.folds = folds;
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
	 * The columns it reads; its reader refers to them by their index here.
	 * @return the columns, the business year first unless the header names it
	 */
	public List<Column> columns() {
		return this.columns;
	}

	/**
	 * A parser of its rows.
	 * @param plans where its rows borrow from their plans
	 * @return a new parser, for one thread
	 */
	public RowParser newParser(PlanIndex plans) {
		return new RowParser(this.reader.factory().apply(plans));
	}

	/**
	 * Whether its rows borrow metal level, plan type, market and coverage from their
	 * plans.
	 * @return true if a run of it needs a plan source
	 */
	public boolean enriched() {
		return this.reader.enriched();
	}

	/**
	 * The schema of its messages.
	 * @return the schema, its current version
	 */
	public MessageSchema schema() {
		return this.schema;
	}

	/**
	 * Reads the fields that {@link Row#writeTo} wrote.
	 * @param in stands before them
	 * @return the row
	 */
	public Row read(AvroIn in) {
		return this.decoder.apply(in);
	}

	/**
	 * A fold of its rows.
	 * @return a new and empty one, for one thread
	 */
	public RowFold newFold() {
		return this.folds.get();
	}

	/**
	 * All topics.
	 * @return those of rows, in the order of the datasets, and that of rejects
	 */
	public static List<String> allTopics() {
		return Stream.concat(Arrays.stream(values()).map(Dataset::topic), Stream.of(REJECT_TOPIC)).toList();
	}

	/**
	 * Finds a dataset by its name.
	 * @param id as {@link #id()} gives it
	 * @return the dataset, if there is one of that name
	 */
	public static Optional<Dataset> byId(String id) {
		return Arrays.stream(values()).filter((dataset) -> dataset.id.equals(id)).findFirst();
	}

	/** What makes rows of values, and whether rows of another dataset are looked up. */
	private record Reader(Function<PlanIndex, RowReader> factory, boolean enriched) {

		static Reader plain(RowReader reader) {
			return new Reader((plans) -> reader, false);
		}

		static Reader enriched(Function<PlanIndex, RowReader> factory) {
			return new Reader(factory, true);
		}

	}

}
