package io.planstream.ingest.attempt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.planstream.ingest.kafka.Topics;
import io.planstream.ingest.outage.Halt;
import io.planstream.ingest.plan.PlanIndexReader;
import io.planstream.ingest.plan.PlanSourceStore;
import io.planstream.ingest.run.OwnerStore;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunState;
import io.planstream.ingest.run.RunStore;
import io.planstream.ingest.slice.Slice;
import io.planstream.ingest.slice.SliceStore;
import io.planstream.ingest.source.SourceFileStore;
import io.planstream.ingest.source.StoredFile;
import io.planstream.model.ContractVersion;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.dataset.Layout;
import io.planstream.model.inspect.InspectionException;
import io.planstream.model.inspect.Inspector;
import io.planstream.model.inspect.SliceRange;
import io.planstream.model.plan.PlanIndex;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Begins attempts: takes ownership, and makes sure that everything a row depends on is
 * what it was when the run began. Thread-safe.
 */
@Component
class AttemptLoader {

	private final RunStore runs;

	private final OwnerStore owners;

	private final SliceStore slices;

	private final SourceFileStore files;

	private final PlanSourceStore planSources;

	private final Topics topics;

	private final TransactionOperations transactions;

	AttemptLoader(RunStore runs, OwnerStore owners, SliceStore slices, SourceFileStore files,
			PlanSourceStore planSources, Topics topics, TransactionOperations transactions) {
		this.runs = runs;
		this.owners = owners;
		this.slices = slices;
		this.files = files;
		this.planSources = planSources;
		this.topics = topics;
		this.transactions = transactions;
	}

	/**
	 * Takes a running run for a new attempt, in one transaction.
	 * @return the epoch, or empty if another instance owns the run or it is not running
	 */
	Optional<Long> take(RunId id) {
		return this.transactions.execute((status) -> {
			Optional<Long> epoch = this.owners.take(id).filter((taken) -> this.runs.nextAttempt(id).isPresent());
			epoch.ifPresent((taken) -> this.slices.own(id, taken));
			return epoch;
		});
	}

	/**
	 * Loads what the attempt needs.
	 * @throws RunFailedException if something is not what it was
	 */
	Attempt load(RunId id, long epoch, Halt halt) {
		Run run = this.runs.get(id);
		List<Slice> all = this.slices.of(id);
		boolean unfinished = all.stream().anyMatch((slice) -> !slice.progress().ended());
		if (!unfinished) {
			return new Attempt(run, epoch, halt, all, Map.of(), new PlanIndex());
		}
		refuseOtherContract(run);
		refuseFewerPartitions(run);
		Map<Integer, FileToRead> toRead = filesToRead(id, all);
		return new Attempt(run, epoch, halt, all, toRead, plans(id, all, toRead, halt));
	}

	private static void refuseOtherContract(Run run) {
		if (run.contractVersion() != ContractVersion.CURRENT) {
			throw new RunFailedException("The run was begun under contract version " + run.contractVersion()
					+ "; this release has version " + ContractVersion.CURRENT
					+ ". Finish it with the release that began it, or ingest the files again with force.");
		}
	}

	private void refuseFewerPartitions(Run run) {
		this.topics.make();
		int fewest = this.topics.fewestPartitions();
		if (fewest < run.partitions()) {
			throw new RunFailedException("The run was begun with " + run.partitions() + " partitions, a topic has only "
					+ fewest + ". Give the topics as many partitions again and resume the run.");
		}
	}

	/** Finished files are not needed any more, except the plans that enrich others. */
	private Map<Integer, FileToRead> filesToRead(RunId id, List<Slice> all) {
		Set<Integer> unfinished = all.stream()
			.filter((slice) -> !slice.progress().ended())
			.map(Slice::fileNo)
			.collect(Collectors.toSet());
		Map<Integer, FileToRead> toRead = new HashMap<>();
		for (StoredFile file : this.files.of(id)) {
			if (unfinished.contains(file.fileNo()) || file.dataset() == Dataset.PLAN_ATTRIBUTES) {
				toRead.put(file.fileNo(), unchanged(file));
			}
		}
		return toRead;
	}

	private static FileToRead unchanged(StoredFile file) {
		try {
			BasicFileAttributes found = Files.readAttributes(file.place().path(), BasicFileAttributes.class);
			Instant modified = found.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
			if (found.size() != file.sizeBytes() || !modified.equals(file.modifiedAt())) {
				throw new RunFailedException(file.place() + " changed since the run began (" + file.sizeBytes()
						+ " bytes of " + file.modifiedAt() + " then, " + found.size() + " bytes of " + modified
						+ " now). Put the former file back and resume the run, or delete the run and ingest the file"
						+ " as it is now.");
			}
			Layout layout = Inspector.layoutOf(file.place());
			return new FileToRead(file.fileNo(), file.fileName(), file.place(), layout);
		}
		catch (IOException | InspectionException ex) {
			throw new RunFailedException(file.place() + " cannot be read any more: " + ex.getMessage()
					+ ". Put the file back as it was and resume the run.");
		}
	}

	private PlanIndex plans(RunId id, List<Slice> all, Map<Integer, FileToRead> toRead, Halt halt) {
		PlanIndex index = new PlanIndex();
		toRead.values()
			.stream()
			.filter((file) -> file.layout().dataset() == Dataset.PLAN_ATTRIBUTES)
			.forEach((file) -> addOwn(index, file, all, halt));
		this.planSources.of(id)
			.forEach((year, source) -> source.filter((other) -> !other.equals(id))
				.ifPresent((other) -> addOther(index, other, year)));
		return index;
	}

	/** On all cores: nothing can be published before. */
	private static void addOwn(PlanIndex index, FileToRead file, List<Slice> all, Halt halt) {
		all.parallelStream()
			.filter((slice) -> slice.fileNo() == file.fileNo())
			.forEach((slice) -> add(index, file, slice.range(), halt));
	}

	private static void add(PlanIndex index, FileToRead file, SliceRange range, Halt halt) {
		try {
			PlanIndexReader.read(index, file.fileNo(), file.place(), file.layout(), range, halt);
		}
		catch (IOException ex) {
			throw new RunFailedException(file.place() + " cannot be read: " + ex.getMessage()
					+ ". Put the file back as it was and resume the run.");
		}
	}

	private void addOther(PlanIndex index, RunId source, int year) {
		boolean complete = this.runs.find(source).filter((run) -> run.state() == RunState.COMPLETE).isPresent();
		if (!complete) {
			throw new RunFailedException("Run " + source + ", whose plans of " + year
					+ " enrich this run, is not complete any more. Ingest the plans and rates together with force.");
		}
		this.planSources.load(index, source, year);
	}

}
