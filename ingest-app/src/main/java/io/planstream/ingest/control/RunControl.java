package io.planstream.ingest.control;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.planstream.ingest.attempt.RunKeeper;
import io.planstream.ingest.progress.ProgressStore;
import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;
import io.planstream.ingest.run.OwnerStore;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunState;
import io.planstream.ingest.run.RunStore;
import io.planstream.ingest.serving.ServingStore;
import io.planstream.ingest.slice.SliceStore;
import io.planstream.model.ContractVersion;
import io.planstream.model.RunId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stops, resumes, repairs and serves runs. Thread-safe.
 */
@Component
public class RunControl {

	private static final Logger logger = LoggerFactory.getLogger(RunControl.class);

	private static final Duration STOP_WAIT = Duration.ofSeconds(5);

	private static final Set<RunState> UNFINISHED = EnumSet.of(RunState.RUNNING, RunState.STOPPED, RunState.FAILED);

	private final RunStore runs;

	private final OwnerStore owners;

	private final SliceStore slices;

	private final ServingStore serving;

	private final ProgressStore progress;

	private final LostPositions lostPositions;

	private final RunKeeper keeper;

	private final TransactionOperations transactions;

	private final Clock clock;

	RunControl(RunCreation.Stores stores, ProgressStore progress, LostPositions lostPositions, RunKeeper keeper,
			TransactionOperations transactions, Clock clock) {
		this.runs = stores.runs();
		this.owners = stores.owners();
		this.slices = stores.slices();
		this.serving = stores.serving();
		this.progress = progress;
		this.lostPositions = lostPositions;
		this.keeper = keeper;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Stops a run. Its workers finish their blocks; a few seconds are waited for them.
	 * @param id the run
	 * @return the run
	 * @throws RefusedException if it is not running
	 */
	public Run stop(RunId id) {
		Run run = this.runs.get(id);
		if (run.state() == RunState.RUNNING && !this.keeper.stop(id, STOP_WAIT)) {
			stopElsewhere(id);
		}
		else if (run.state() == RunState.COMPLETE) {
			throw new RefusedException(Code.WRONG_STATE, "Run " + id + " is complete", "There is nothing to stop.");
		}
		return this.runs.get(id);
	}

	/** The epoch tells the workers of another instance. */
	private void stopElsewhere(RunId id) {
		this.transactions.executeWithoutResult((status) -> {
			long epoch = this.owners.seize(id);
			if (this.runs.move(id, EnumSet.of(RunState.RUNNING), RunState.STOPPED, null, this.clock.instant())) {
				this.slices.own(id, epoch);
			}
		});
	}

	/**
	 * Goes on with a stopped or failed run where it was left.
	 * @param id the run
	 * @param limits new limits for rejected rows
	 * @return the run
	 * @throws RefusedException if it is complete, or of another contract version
	 */
	public Run resume(RunId id, LimitChange limits) {
		Run run = this.runs.get(id);
		refuseComplete(run);
		if (run.state().resumable()) {
			refuseOtherContract(run);
			start(run, limits, List.of());
		}
		return this.runs.get(id);
	}

	/**
	 * Sends every slice that is not applied completely once more from its start, and lets
	 * the consumer go on where records it waited for are gone. Always safe: what was
	 * applied is dropped by its watermark.
	 * @param id the run
	 * @param limits new limits for rejected rows
	 * @return the run
	 * @throws RefusedException if it is of another contract version
	 */
	public Run repair(RunId id, LimitChange limits) {
		Run run = this.runs.get(id);
		this.lostPositions.remove();
		if (run.state() != RunState.COMPLETE) {
			sendAgain(run, limits);
		}
		return this.runs.get(id);
	}

	/**
	 * Sends every slice that is not applied completely once more from its start, without
	 * touching positions.
	 * @param id a running run that is read completely
	 */
	public void sendAgain(RunId id) {
		sendAgain(this.runs.get(id), LimitChange.NONE);
	}

	private void sendAgain(Run run, LimitChange limits) {
		refuseOtherContract(run);
		this.keeper.stop(run.id(), STOP_WAIT);
		List<Integer> incomplete = this.progress.incompleteSlices(run.id(), run.partitions() + 1);
		logger.info("Run {}: sending {} slices again", run.id(), incomplete.size());
		start(run, limits, incomplete);
	}

	private void start(Run run, LimitChange limits, List<Integer> reset) {
		RunId id = run.id();
		this.transactions.executeWithoutResult((status) -> {
			long epoch = this.owners.seize(id);
			if (this.runs.move(id, UNFINISHED, RunState.RUNNING, null, null)) {
				this.runs.limit(id, run.limit().with(limits.rejectShare(), limits.rejectCount()));
				if (!reset.isEmpty()) {
					this.slices.reset(id, run.partitions(), reset);
				}
				this.slices.own(id, epoch);
			}
		});
		this.keeper.keep(id);
	}

	/**
	 * Lets the views show a complete run.
	 * @param id the run
	 * @return the run
	 * @throws RefusedException if it is not complete
	 */
	public Run serve(RunId id) {
		Run run = this.runs.get(id);
		if (run.state() != RunState.COMPLETE) {
			throw new RefusedException(Code.WRONG_STATE, "Run " + id + " is " + run.state(),
					"Only a complete run can be served; resume it first.");
		}
		this.transactions.executeWithoutResult((status) -> {
			this.serving.serve(id, this.clock.instant());
			this.runs.remark(id, null);
		});
		return this.runs.get(id);
	}

	private static void refuseComplete(Run run) {
		if (run.state() == RunState.COMPLETE) {
			throw new RefusedException(Code.WRONG_STATE, "Run " + run.id() + " is complete",
					"To read the same files again, ingest them with force.");
		}
	}

	private static void refuseOtherContract(Run run) {
		if (run.contractVersion() != ContractVersion.CURRENT) {
			throw new RefusedException(Code.CONTRACT_VERSION,
					"Run " + run.id() + " was begun under contract version " + run.contractVersion()
							+ ", this release has version " + ContractVersion.CURRENT,
					"Finish it with the release that began it, or ingest its files again with force.");
		}
	}

	/**
	 * New limits for rejected rows.
	 *
	 * @param rejectShare a share, or null to leave it
	 * @param rejectCount a count, or null to leave it
	 */
	public record LimitChange(Double rejectShare, Long rejectCount) {

		/** Leaves both. */
		public static final LimitChange NONE = new LimitChange(null, null);

	}

}
