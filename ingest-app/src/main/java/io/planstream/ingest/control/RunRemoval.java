package io.planstream.ingest.control;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

import io.planstream.ingest.plan.PlanSourceStore;
import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunState;
import io.planstream.ingest.run.RunStore;
import io.planstream.ingest.serving.DatasetYear;
import io.planstream.ingest.serving.ServingStore;
import io.planstream.ingest.settings.Settings;
import io.planstream.model.RunId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes runs: first the run becomes a tombstone, from then on nothing of it is applied;
 * then its rows go, a few at a time. Thread-safe.
 */
@Component
public class RunRemoval {

	private static final Logger logger = LoggerFactory.getLogger(RunRemoval.class);

	private static final EnumSet<RunState> DELETABLE = EnumSet.of(RunState.STOPPED, RunState.FAILED, RunState.COMPLETE);

	private final RunStore runs;

	private final ServingStore serving;

	private final PlanSourceStore planSources;

	private final RowStore rows;

	private final int keepRuns;

	private final TransactionOperations transactions;

	RunRemoval(RunStore runs, ServingStore serving, PlanSourceStore planSources, RowStore rows, Settings settings,
			TransactionOperations transactions) {
		this.runs = runs;
		this.serving = serving;
		this.planSources = planSources;
		this.rows = rows;
		this.keepRuns = settings.keepRuns();
		this.transactions = transactions;
	}

	/**
	 * Deletes a run.
	 * @param id the run
	 * @throws RefusedException if it is running, serving or needed by another run
	 */
	public void delete(RunId id) {
		this.transactions.executeWithoutResult((status) -> entomb(id));
		this.rows.delete(id);
		logger.info("Run {} is deleted", id);
	}

	private void entomb(RunId id) {
		Run run = this.runs.get(id);
		refuseServing(id);
		Collection<RunId> dependents = this.planSources.dependents(id);
		if (!dependents.isEmpty()) {
			throw new RefusedException(Code.RUN_NEEDED,
					"Run " + id + " holds the plans of unfinished run "
							+ dependents.stream().map(RunId::toString).collect(Collectors.joining(", ")),
					"Finish or delete that one first.");
		}
		if (!this.runs.move(id, DELETABLE, RunState.DELETED, null, run.finishedAt())) {
			throw new RefusedException(Code.RUN_BUSY, "Run " + id + " is running", "Stop it first.");
		}
	}

	private void refuseServing(RunId id) {
		List<DatasetYear> served = this.serving.servedBy(id);
		if (!served.isEmpty()) {
			throw new RefusedException(Code.RUN_SERVING,
					"The views show run " + id + " for "
							+ served.stream().map(DatasetYear::toString).collect(Collectors.joining(", ")),
					"Serve another run instead, then delete this one.");
		}
	}

	/**
	 * Deletes complete runs beyond those that are kept, and what is left of runs whose
	 * deletion was cut short.
	 */
	public void sweep() {
		this.rows.entombed().forEach(this.rows::delete);
		for (RunId id : this.serving.surplus(this.keepRuns)) {
			if (this.planSources.dependents(id).isEmpty()) {
				delete(id);
			}
		}
	}

}
