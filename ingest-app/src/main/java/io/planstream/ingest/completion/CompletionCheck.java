package io.planstream.ingest.completion;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

import io.planstream.ingest.attempt.RunKeeper;
import io.planstream.ingest.control.RunControl;
import io.planstream.ingest.control.RunRemoval;
import io.planstream.ingest.progress.FileReconciliation;
import io.planstream.ingest.progress.ProgressStore;
import io.planstream.ingest.progress.Watermarks;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunState;
import io.planstream.ingest.run.RunStore;
import io.planstream.ingest.serving.ServingStore;
import io.planstream.model.RunId;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks at the runs that are read completely: once every stream of every slice is applied
 * to its end, the books decide whether the run is complete or failed. Looking twice, or
 * again after a restart, changes nothing. Thread-safe.
 */
@Component
class CompletionCheck {

	private static final Logger logger = LoggerFactory.getLogger(CompletionCheck.class);

	private final RunKeeper keeper;

	private final RunStore runs;

	private final ProgressStore progress;

	private final ServingStore serving;

	private final RunControl control;

	private final RunRemoval removal;

	private final Standstill standstill;

	private final TransactionOperations transactions;

	private final Clock clock;

	CompletionCheck(RunKeeper keeper, RunStore runs, ProgressStore progress, ServingStore serving, RunControl control,
			RunRemoval removal, Standstill standstill, TransactionOperations transactions, Clock clock) {
		this.keeper = keeper;
		this.runs = runs;
		this.progress = progress;
		this.serving = serving;
		this.control = control;
		this.removal = removal;
		this.standstill = standstill;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 500)
	void check() {
		for (RunId id : this.keeper.readCompletely()) {
			try {
				check(id);
			}
			catch (DataAccessException | TransactionException | KafkaException ex) {
				logger.debug("Run {} is looked at later: {}", id, ex.getMessage());
			}
		}
	}

	private void check(RunId id) {
		Run run = this.runs.find(id).orElseThrow();
		if (run.state() != RunState.RUNNING) {
			this.keeper.release(id);
			return;
		}
		Watermarks watermarks = this.progress.watermarks(id);
		long streams = (long) this.progress.slices(id) * (run.partitions() + 1);
		if (watermarks.ended() == streams) {
			decide(id);
		}
		else if (this.standstill.lasts(id, watermarks)) {
			logger.warn("Run {} is published completely, but {} of its {} streams are not applied to their end and"
					+ " nothing is left to apply: repairing it", id, streams - watermarks.ended(), streams);
			this.control.sendAgain(id);
		}
	}

	private void decide(RunId id) {
		this.progress.checkGrains(id);
		List<FileReconciliation> files = this.progress.reconciliation(id);
		String differing = files.stream()
			.filter((file) -> !file.reconciled())
			.map(FileReconciliation::toString)
			.collect(Collectors.joining("; "));
		if (files.isEmpty() || !differing.isEmpty()) {
			logger.error("Run {} does not reconcile: {}", id, differing);
			this.runs.move(id, EnumSet.of(RunState.RUNNING), RunState.FAILED,
					"The run does not reconcile: " + differing
							+ ". Ingest the files again with force and keep this run for analysis.",
					this.clock.instant());
		}
		else {
			complete(id);
		}
		this.keeper.release(id);
		this.standstill.forget(id);
	}

	private void complete(RunId id) {
		this.transactions.executeWithoutResult((status) -> {
			if (this.runs.move(id, EnumSet.of(RunState.RUNNING), RunState.COMPLETE, null, this.clock.instant())) {
				String obstacle = this.serving.takeOver(id, this.clock.instant());
				if (!obstacle.isEmpty()) {
					this.runs.remark(id,
							"Complete, not serving: " + obstacle + ". To serve it: planstream runs serve " + id);
				}
			}
		});
		logger.info("Run {} is complete", id);
		this.removal.sweep();
	}

}
