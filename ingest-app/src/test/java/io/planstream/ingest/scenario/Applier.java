package io.planstream.ingest.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.planstream.model.RunId;
import io.planstream.model.aggregate.Change;
import io.planstream.model.aggregate.Fold;
import io.planstream.model.apply.Watermark;
import io.planstream.model.apply.WatermarkKey;
import io.planstream.testsupport.server.TestDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A consumer for tests: applies everything that lies in the topics for a run, with the
 * contract's own fold and watermarks.
 */
final class Applier {

	private final JdbcTemplate jdbc;

	Applier(TestDatabase database) {
		this.jdbc = database.root();
	}

	void apply(String runId) {
		apply(runId, (stored) -> true);
	}

	/** Applies what was not applied before; records that are left out are lost to it. */
	void apply(String runId, Predicate<Topic.Stored> found) {
		Map<WatermarkKey, Watermark> watermarks = stored(runId);
		Fold fold = new Fold();
		Topic.of(runId).stream().filter(found).forEach((stored) -> {
			WatermarkKey key = new WatermarkKey(RunId.parse(runId), stored.topic(),
					stored.record().provenance().slice(), stored.partition());
			if (watermarks.computeIfAbsent(key, Watermark::new).offer(stored.record()) == Watermark.Verdict.NEXT) {
				fold.add(stored.record(), stored.partition());
			}
		});
		for (Change change : fold.changes()) {
			this.jdbc.batchUpdate(change.sql(), change.rows());
		}
		watermarks.values().forEach(this::store);
		consumeEverything();
	}

	private Map<WatermarkKey, Watermark> stored(String runId) {
		Map<WatermarkKey, Watermark> watermarks = new TreeMap<>();
		this.jdbc.query("select * from source_watermark where run_id = ?", (row) -> {
			WatermarkKey key = new WatermarkKey(RunId.parse(runId), row.getString("topic"), row.getInt("slice"),
					row.getInt("partition"));
			watermarks.put(key,
					new Watermark(key, row.getLong("last_sequence"), row.getLong("applied_rows"),
							row.getLong("dead_lettered_rows"), row.getLong("duplicates"), row.getLong("gaps"),
							row.getBoolean("ended")));
		}, runId);
		return watermarks;
	}

	private void store(Watermark watermark) {
		WatermarkKey key = watermark.key();
		this.jdbc.update("replace into source_watermark values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", key.run().toString(),
				key.topic(), key.slice(), key.partition(), watermark.lastSequence(), watermark.appliedRows(),
				watermark.deadLetteredRows(), watermark.duplicates(), watermark.gaps(), watermark.ended());
	}

	private void consumeEverything() {
		List<Object[]> positions = Topic.ends()
			.entrySet()
			.stream()
			.map((end) -> new Object[] { end.getKey().topic(), end.getKey().partition(), Topic.id(end.getKey().topic()),
					end.getValue() })
			.toList();
		this.jdbc.batchUpdate("replace into consumer_position values (?, ?, ?, ?)", positions);
	}

}
