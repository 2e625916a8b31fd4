package io.planstream.ingest.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.planstream.ingest.attempt.RunKeeper;
import io.planstream.ingest.progress.DatasetProgress;
import io.planstream.ingest.progress.FileReconciliation;
import io.planstream.ingest.progress.ProgressStore;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunState;
import io.planstream.ingest.serving.DatasetYear;
import io.planstream.ingest.serving.ServingStore;
import io.planstream.ingest.source.SourceFileStore;
import io.planstream.ingest.source.StoredFile;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;

import org.springframework.stereotype.Component;

/**
 * Puts together what the tables and the running workers say about a run. What cannot
 * change any more is remembered, because clients ask several times a second. Thread-safe.
 */
@Component
class RunViews {

	private static final int REMEMBERED = 200;

	private final SourceFileStore files;

	private final ProgressStore progress;

	private final ServingStore serving;

	private final RunKeeper keeper;

	private final Clock clock;

	private final Map<RunId, List<FileView>> knownFiles = Remembered.latest(REMEMBERED);

	private final Map<RunId, Books> knownBooks = Remembered.latest(REMEMBERED);

	private final Map<RunId, Progress> knownProgress = Remembered.latest(REMEMBERED);

	RunViews(SourceFileStore files, ProgressStore progress, ServingStore serving, RunKeeper keeper, Clock clock) {
		this.files = files;
		this.progress = progress;
		this.serving = serving;
		this.keeper = keeper;
		this.clock = clock;
	}

	RunView full(Run run, boolean alreadyIngested) {
		return view(run, alreadyIngested, datasets(run), books(run));
	}

	/** Without the reconciliation; of a complete run, what was read of it before. */
	RunView brief(Run run) {
		return view(run, false, (run.state() == RunState.COMPLETE) ? rememberedDatasets(run) : datasets(run),
				List.of());
	}

	private RunView view(Run run, boolean alreadyIngested, List<DatasetProgress> datasets,
			List<FileReconciliation> books) {
		double seconds = seconds(run);
		long applied = datasets.stream().mapToLong(DatasetProgress::applied).sum();
		boolean reconciled = run.state() == RunState.COMPLETE
				|| !books.isEmpty() && books.stream().allMatch(FileReconciliation::reconciled);
		return new RunView(run.id().toString(), state(run), run.message(), alreadyIngested, run.createdAt(),
				run.finishedAt(), seconds, (seconds > 0) ? applied / seconds : 0, reconciled, serving(run),
				run.attempt(), datasets, files(run.id()), books);
	}

	private List<DatasetProgress> datasets(Run run) {
		return this.progress.datasets(run.id()).stream().map((dataset) -> live(run, dataset)).toList();
	}

	private List<DatasetProgress> rememberedDatasets(Run run) {
		Progress known = this.knownProgress.get(run.id());
		if (known == null || !known.finishedAt().equals(run.finishedAt())) {
			known = new Progress(run.finishedAt(), datasets(run));
			this.knownProgress.put(run.id(), known);
		}
		return known.datasets();
	}

	private DatasetProgress live(Run run, DatasetProgress dataset) {
		return Dataset.byId(dataset.dataset())
			.flatMap((known) -> this.keeper.rowsRead(run.id(), known))
			.map(dataset::withRead)
			.orElse(dataset);
	}

	private String state(Run run) {
		return (run.state() == RunState.RUNNING && this.keeper.stopping(run.id())) ? "STOPPING" : run.state().name();
	}

	private double seconds(Run run) {
		Instant end = (run.finishedAt() != null) ? run.finishedAt() : this.clock.instant();
		return Math.max(0, Duration.between(run.createdAt(), end).toMillis()) / 1000.0;
	}

	private List<String> serving(Run run) {
		return this.serving.servedBy(run.id()).stream().map(DatasetYear::toString).toList();
	}

	private List<FileView> files(RunId id) {
		return this.knownFiles.computeIfAbsent(id,
				(unknown) -> this.files.of(id).stream().map((StoredFile file) -> FileView.of(file)).toList());
	}

	private List<FileReconciliation> books(Run run) {
		if (run.state() == RunState.RUNNING) {
			return List.of();
		}
		if (run.state() != RunState.COMPLETE) {
			return this.progress.reconciliation(run.id());
		}
		Books known = this.knownBooks.get(run.id());
		if (known == null || !known.finishedAt().equals(run.finishedAt())) {
			known = new Books(run.finishedAt(), this.progress.reconciliation(run.id()));
			this.knownBooks.put(run.id(), known);
		}
		return known.files();
	}

	private record Progress(Instant finishedAt, List<DatasetProgress> datasets) {
	}

	private record Books(Instant finishedAt, List<FileReconciliation> files) {
	}

}
