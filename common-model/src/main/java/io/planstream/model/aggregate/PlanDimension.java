package io.planstream.model.aggregate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.planstream.model.record.PublishedRecord;
import io.planstream.model.row.PlanAmounts;
import io.planstream.model.row.PlanRow;

/**
 * Plans in full. Of several source rows for one plan the first by file and line stays and
 * the rows are counted, so the order of arrival cannot be seen in the table.
 */
final class PlanDimension {

	private static final List<String> KEYS = List.of("run_id", "business_year", "plan_id");

	private static final List<String> AMOUNTS = List.of("individual", "family", "medical_individual", "drug_individual",
			"medical_family", "drug_family");

	private static final List<String> ATTRIBUTES = Stream
		.of(Stream.of("state_code", "issuer_id", "standard_component_id", "product_id", "plan_name", "metal_level",
				"plan_type", "market", "coverage", "csr_variation", "csr_variant", "base_variant", "network_id",
				"service_area_id", "hsa_eligible", "new_plan", "actuarial_value_bp"), amounts("deductible"),
				amounts("moop"), Stream.of("effective_date", "expiration_date"))
		.flatMap((names) -> names)
		.toList();

	private static final String SQL = sql();

	private final Map<Key, Entry> entries = new TreeMap<>();

	void add(String run, PublishedRecord.OfPlan record) {
		Key key = new Key(3).set(0, run).set(1, record.row().businessYear()).set(2, record.row().planId());
		this.entries.merge(key.filled(), new Entry(record, 1), Entry::together);
	}

	List<Change> changes() {
		if (this.entries.isEmpty()) {
			return List.of();
		}
		List<Object[]> rows = new ArrayList<>(this.entries.size());
		this.entries.forEach((key, entry) -> rows.add(entry.toRow(key)));
		return List.of(new Change("plan", SQL, rows));
	}

	private static Stream<String> amounts(String kind) {
		return AMOUNTS.stream().map((amount) -> kind + "_" + amount + "_cents");
	}

	/** Assignments are evaluated in order, so {@code source_order} has to be the last. */
	private static String sql() {
		List<String> columns = Stream.of(KEYS.stream(), ATTRIBUTES.stream(), Stream.of("source_rows", "source_order"))
			.flatMap((names) -> names)
			.toList();
		String updates = ATTRIBUTES.stream()
			.map((column) -> column + " = if(values(source_order) < source_order, values(" + column + "), " + column
					+ ")")
			.collect(Collectors.joining(", "));
		return "insert into plan (" + String.join(", ", columns) + ") values ("
				+ String.join(", ", columns.stream().map((column) -> "?").toList()) + ") on duplicate key update "
				+ updates + ", source_rows = source_rows + values(source_rows)"
				+ ", source_order = least(source_order, values(source_order))";
	}

	/** The record that stays, and how many rows there were. */
	private record Entry(PublishedRecord.OfPlan record, long sourceRows) {

		Entry together(Entry other) {
			PublishedRecord.OfPlan first = (sourceOrder() <= other.sourceOrder()) ? this.record : other.record;
			return new Entry(first, this.sourceRows + other.sourceRows);
		}

		long sourceOrder() {
			return ((long) this.record.provenance().file() << 40) + this.record.line();
		}

		Object[] toRow(Key key) {
			PlanRow row = this.record.row();
			Object[] first = { row.stateCode(), row.issuerId(), row.standardComponentId(), row.productId(),
					row.planName(), row.facts().metalLevel(), row.facts().planType(), row.facts().market(),
					row.facts().coverage(), row.csrVariation(), row.variant(), this.record.baseVariant(),
					row.networkId(), row.serviceAreaId(), row.hsaEligible(), row.newPlan(), row.actuarialValue() };
			Object[] last = { date(row.effectiveDay()), date(row.expirationDay()), this.sourceRows, sourceOrder() };
			Object[] keys = new Object[KEYS.size()];
			key.copyTo(keys);
			return Stream
				.of(Stream.of(keys), Stream.of(first), amounts(row.deductible()), amounts(row.outOfPocketMaximum()),
						Stream.of(last))
				.flatMap((values) -> values)
				.toArray();
		}

		private static Stream<Object> amounts(PlanAmounts amounts) {
			return Stream.of(amounts.individual(), amounts.family(), amounts.medicalIndividual(),
					amounts.drugIndividual(), amounts.medicalFamily(), amounts.drugFamily());
		}

		private static LocalDate date(Integer day) {
			return (day != null) ? LocalDate.ofEpochDay(day) : null;
		}

	}

}
