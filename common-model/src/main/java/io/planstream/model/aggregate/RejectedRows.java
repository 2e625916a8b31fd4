package io.planstream.model.aggregate;

import java.util.ArrayList;
import java.util.List;

import io.planstream.model.csv.Problem;
import io.planstream.model.record.PublishedRecord;

/**
 * Rejects, each a row of its own.
 */
final class RejectedRows {

	private static final String SQL = "insert into rejected_row (run_id, slice, sequence, file_no, line, dataset, "
			+ "column_name, reason, message, raw_text, raw_length, raw_sha256) "
			+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

	private final List<Object[]> rows = new ArrayList<>();

	void add(String run, PublishedRecord.OfReject reject) {
		Problem problem = reject.problem();
		this.rows.add(new Object[] { run, reject.provenance().slice(), reject.sequence(), reject.provenance().file(),
				reject.line(), reject.dataset().id(), problem.column(), problem.reason().name(), problem.message(),
				reject.raw().text(), reject.raw().length(), reject.raw().sha256() });
	}

	List<Change> changes() {
		return this.rows.isEmpty() ? List.of() : List.of(new Change("rejected_row", SQL, this.rows));
	}

}
