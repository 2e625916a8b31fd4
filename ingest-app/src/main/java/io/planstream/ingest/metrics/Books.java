package io.planstream.ingest.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.planstream.ingest.progress.FileReconciliation;
import io.planstream.ingest.progress.ProgressStore;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunState;
import io.planstream.model.RunId;

import org.springframework.stereotype.Component;

/**
 * Whether ended runs reconcile. Each is asked again every minute only, as the question
 * reads more than the other figures do; so what comes to a complete run later is noticed.
 */
@Component
class Books {

	private static final Duration REMEMBERED = Duration.ofMinutes(1);

	private final Map<RunId, Answer> answers = new ConcurrentHashMap<>();

	private final ProgressStore progress;

	Books(ProgressStore progress) {
		this.progress = progress;
	}

	/** Null for a run that goes on, or ended before all of it was applied. */
	Boolean reconciled(Run run) {
		if (run.state() != RunState.COMPLETE && run.state() != RunState.FAILED) {
			return null;
		}
		long now = System.nanoTime();
		return this.answers
			.compute(run.id(), (id, known) -> (known != null && known.isOf(run, now)) ? known : ask(run, now))
			.reconciled();
	}

	void keepOnly(List<RunId> runs) {
		this.answers.keySet().retainAll(runs);
	}

	private Answer ask(Run run, long now) {
		return new Answer(run.state(), now, isAppliedToItsEnd(run) ? reconciles(run) : null);
	}

	private boolean reconciles(Run run) {
		List<FileReconciliation> files = this.progress.reconciliation(run.id());
		return !files.isEmpty() && files.stream().allMatch(FileReconciliation::reconciled);
	}

	private boolean isAppliedToItsEnd(Run run) {
		return run.state() == RunState.COMPLETE || this.progress.watermarks(run.id())
			.ended() == (long) this.progress.slices(run.id()) * (run.partitions() + 1);
	}

	/**
	 * What is known of a run.
	 *
	 * @param at when that was asked, as {@link System#nanoTime()}
	 */
	private record Answer(RunState state, long at, Boolean reconciled) {

		boolean isOf(Run run, long now) {
			return this.state == run.state() && now - this.at < REMEMBERED.toNanos();
		}

	}

}
