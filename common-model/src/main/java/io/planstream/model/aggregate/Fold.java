package io.planstream.model.aggregate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.row.DataRule;
import io.planstream.model.row.Row;

/**
 * Folds the records of one batch into the changes of its tables. Which records belong to
 * the batch, each once, is the caller's affair. For one thread.
 */
public final class Fold {

	private static final AggregateTable TOTALS = new AggregateTable("dataset_total",
			List.of("run_id", "dataset", "business_year", "state_code", "file_no"),
			List.of(Measure.sum("aggregated_rows"), Measure.sum("set_aside_rows")));

	private static final AggregateTable RULES = new AggregateTable("rule_count",
			List.of("run_id", "dataset", "rule_name", "partition"), List.of(Measure.sum("affected_rows")));

	private static final DataRule[] ALL_RULES = DataRule.values();

	private final Map<Dataset, RowFold> rows = new EnumMap<>(Dataset.class);

	private final RejectedRows rejects = new RejectedRows();

	private final Deltas totals = new Deltas(TOTALS);

	private final Key total = new Key(5);

	/** The record that was counted last, and where. */
	private PublishedRecord.OfRow counted;

	private long[] countedTotal;

	private final Deltas rules = new Deltas(RULES);

	private final Key rule = new Key(4);

	private final Map<RunId, String> runIds = new HashMap<>();

	/**
	 * Adds a record; the end of a slice adds nothing.
	 * @param record the record
	 * @param partition the partition it came from
	 */
	public void add(PublishedRecord record, int partition) {
		String run = this.runIds.computeIfAbsent(record.provenance().run(), RunId::toString);
		if (record instanceof PublishedRecord.OfRow row) {
			this.rows.computeIfAbsent(row.dataset(), Dataset::newFold).add(run, row);
			count(run, row, partition);
		}
		else if (record instanceof PublishedRecord.OfReject reject) {
			this.rejects.add(run, reject);
		}
	}

	/**
	 * The changes of all tables that the batch touches.
	 * @return in an order that is the same for every writer
	 */
	public List<Change> changes() {
		List<Change> changes = new ArrayList<>();
		this.rows.values().forEach((fold) -> changes.addAll(fold.changes()));
		for (Deltas deltas : List.of(this.totals, this.rules)) {
			if (!deltas.isEmpty()) {
				changes.add(deltas.toChange());
			}
		}
		changes.addAll(this.rejects.changes());
		return changes;
	}

	/**
	 * Neighbours mostly come from the same slice and state, and then by the same objects.
	 */
	private long[] total(String run, PublishedRecord.OfRow record) {
		Row row = record.row();
		Provenance from = record.provenance();
		if (this.counted == null || this.counted.provenance() != from
				|| this.counted.row().stateCode() != row.stateCode()
				|| this.counted.row().businessYear() != row.businessYear()
				|| this.counted.dataset() != record.dataset()) {
			this.total.set(0, run).set(1, record.dataset().id()).set(2, row.businessYear());
			this.countedTotal = this.totals.at(this.total.set(3, row.stateCode()).set(4, from.file()));
			this.counted = record;
		}
		return this.countedTotal;
	}

	private void count(String run, PublishedRecord.OfRow record, int partition) {
		Dataset dataset = record.dataset();
		Row row = record.row();
		total(run, record)[row.setAside() ? 1 : 0]++;
		for (long left = row.rules(); left != 0; left &= left - 1) {
			DataRule held = ALL_RULES[Long.numberOfTrailingZeros(left)];
			this.rule.set(0, run).set(1, dataset.id()).set(2, held.id()).set(3, partition);
			this.rules.at(this.rule)[0]++;
		}
	}

}
