package io.planstream.ingest.control;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.planstream.ingest.attempt.RunKeeper;
import io.planstream.ingest.kafka.Topics;
import io.planstream.ingest.plan.PlanSourceStore;
import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;
import io.planstream.ingest.run.OwnerStore;
import io.planstream.ingest.run.RejectLimit;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunState;
import io.planstream.ingest.run.RunStore;
import io.planstream.ingest.serving.ServingStore;
import io.planstream.ingest.slice.SliceStore;
import io.planstream.ingest.source.DataDirectories;
import io.planstream.ingest.source.SourceFileStore;
import io.planstream.model.ContractVersion;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.inspect.Inspection;
import io.planstream.model.inspect.Inspector;
import io.planstream.model.inspect.SourceFile;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Begins runs, or finds the run that a content has already. Thread-safe.
 */
@Component
public class RunCreation {

	private final Inspector inspector = new Inspector(Inspector.MAX_SLICE_BYTES);

	private final DataDirectories directories;

	private final RunStore runs;

	private final OwnerStore owners;

	private final SourceFileStore files;

	private final SliceStore slices;

	private final PlanSourceStore planSources;

	private final ServingStore serving;

	private final Topics topics;

	private final RunControl control;

	private final RunKeeper keeper;

	private final TransactionOperations transactions;

	private final Clock clock;

	RunCreation(DataDirectories directories, Stores stores, Topics topics, RunControl control, RunKeeper keeper,
			TransactionOperations transactions, Clock clock) {
		this.directories = directories;
		this.runs = stores.runs();
		this.owners = stores.owners();
		this.files = stores.files();
		this.slices = stores.slices();
		this.planSources = stores.planSources();
		this.serving = stores.serving();
		this.topics = topics;
		this.control = control;
		this.keeper = keeper;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Finds out what a request names, and starts nothing.
	 * @param request what a person wants
	 * @return the source files
	 * @throws RefusedException if a path is not to be read
	 * @throws io.planstream.model.inspect.InspectionException if the files cannot be
	 * ingested
	 */
	public Inspection inspect(RunRequest request) {
		return this.inspector.inspect(this.directories.resolve(request.paths()), request.merge(), (bytes) -> {
		});
	}

	/**
	 * The complete run of a content, unless ingesting it again would tell more.
	 * @param inspection the source files
	 * @return the run, or empty
	 */
	public Optional<Run> alreadyIngested(Inspection inspection) {
		return latest(inspection).filter((run) -> run.state() == RunState.COMPLETE && !hasBetterPlans(run, inspection));
	}

	/**
	 * Begins a run for what a request names; or resumes, or only finds, the run that the
	 * content has already.
	 * @param request what a person wants
	 * @return the run
	 * @throws RefusedException if that is not possible now
	 * @throws io.planstream.model.inspect.InspectionException if the files cannot be
	 * ingested
	 */
	public Created create(RunRequest request) {
		Instant asked = this.clock.instant();
		Inspection inspection = inspect(request);
		List<Run> known = this.runs.ofContent(inspection.contentHash());
		Optional<Run> latest = latest(known);
		int ordinal = known.stream().mapToInt(Run::ordinal).max().orElse(-1) + 1;
		if (latest.isEmpty() || request.force()) {
			latest.ifPresent(RunCreation::refuseRunning);
			return begin(request, inspection, ordinal, asked);
		}
		Run run = latest.get();
		return switch (run.state()) {
			case RUNNING -> new Created(run, false);
			case STOPPED, FAILED -> new Created(this.control.resume(run.id(), limitChange(request)), false);
			default ->
				hasBetterPlans(run, inspection) ? begin(request, inspection, ordinal, asked) : new Created(run, true);
		};
	}

	private static RunControl.LimitChange limitChange(RunRequest request) {
		return new RunControl.LimitChange(request.rejectShare(), request.rejectCount());
	}

	private static void refuseRunning(Run run) {
		if (run.state() == RunState.RUNNING) {
			throw new RefusedException(Code.RUN_BUSY, "Run " + run.id() + " of the same content is running",
					"Wait until it is complete, or stop it first.");
		}
	}

	private Optional<Run> latest(Inspection inspection) {
		return latest(this.runs.ofContent(inspection.contentHash()));
	}

	private static Optional<Run> latest(List<Run> known) {
		return known.stream().filter((run) -> run.state() != RunState.DELETED).findFirst();
	}

	/** The ordinal is that of the moment of deciding: of several at once, one gets it. */
	private Created begin(RunRequest request, Inspection inspection, int ordinal, Instant asked) {
		int partitions = this.topics.partitionsForNewRun();
		try {
			Run run = this.transactions.execute((status) -> insert(request, inspection, ordinal, partitions, asked));
			this.keeper.keep(run.id());
			return new Created(run, false);
		}
		catch (DuplicateKeyException ex) {
			// somebody else began the same content in this moment
			Run run = latest(inspection).orElseThrow(() -> ex);
			if (request.force()) {
				refuseRunning(run);
			}
			return new Created(run, run.state() == RunState.COMPLETE);
		}
	}

	private Run insert(RunRequest request, Inspection inspection, int ordinal, int partitions, Instant asked) {
		String hash = inspection.contentHash();
		RejectLimit limit = RejectLimit.DEFAULT.with(request.rejectShare(), request.rejectCount());
		Run run = new Run(RunId.of(hash, ordinal), hash, ordinal, ContractVersion.CURRENT, partitions, RunState.RUNNING,
				null, 0, request.rowsPerSecond(), limit, this.runs.begin(asked, this.clock.instant()), null);
		this.runs.insert(run);
		this.owners.insert(run.id());
		this.files.insert(run.id(), inspection.files());
		this.slices.insert(run.id(), partitions, inspection.files());
		this.planSources.insert(run.id(), planSources(run.id(), inspection));
		this.serving.serveIfFirst(run.id(), asked);
		return run;
	}

	/** The run's own plans of a year, else those that a complete run serves. */
	private Map<Integer, Optional<RunId>> planSources(RunId self, Inspection inspection) {
		Map<Integer, Optional<RunId>> sources = new TreeMap<>();
		for (SourceFile file : inspection.files()) {
			for (int year : file.years()) {
				if (file.dataset() == Dataset.PLAN_ATTRIBUTES) {
					sources.put(year, Optional.of(self));
				}
				else if (file.dataset().enriched()) {
					sources.computeIfAbsent(year, this.planSources::serving);
				}
			}
		}
		return sources;
	}

	/** Whether plans are served by now that the run did not know. */
	private boolean hasBetterPlans(Run run, Inspection inspection) {
		Map<Integer, Optional<RunId>> pinned = this.planSources.of(run.id());
		return planSources(run.id(), inspection).entrySet()
			.stream()
			.anyMatch((now) -> now.getValue().isPresent()
					&& !sameContent(now.getValue().get(), pinned.getOrDefault(now.getKey(), Optional.empty())));
	}

	private boolean sameContent(RunId now, Optional<RunId> pinned) {
		return pinned.map((source) -> source.equals(now) || contentOf(source).equals(contentOf(now))).orElse(false);
	}

	private Optional<String> contentOf(RunId run) {
		return this.runs.find(run).map(Run::contentHash);
	}

	/**
	 * What became of a request.
	 *
	 * @param run the run
	 * @param alreadyIngested whether the content is ingested completely and nothing was
	 * started
	 */
	public record Created(Run run, boolean alreadyIngested) {
	}

	/**
	 * The tables of a run.
	 *
	 * @param runs runs
	 * @param owners owners
	 * @param files source files
	 * @param slices slices
	 * @param planSources plan sources
	 * @param serving serving runs
	 */
	@Component
	record Stores(RunStore runs, OwnerStore owners, SourceFileStore files, SliceStore slices,
			PlanSourceStore planSources, ServingStore serving) {
	}

}
