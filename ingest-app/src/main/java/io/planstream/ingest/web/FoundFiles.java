package io.planstream.ingest.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.planstream.ingest.source.SourceFileStore;
import io.planstream.ingest.source.SourceFileStore.Ingested;
import io.planstream.ingest.source.StoredFile;
import io.planstream.ingest.upload.Uploads;
import io.planstream.ingest.web.FileController.FilePage;
import io.planstream.ingest.web.FileYears.Years;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.inspect.Glance;
import io.planstream.model.inspect.Inspector;
import io.planstream.model.inspect.Listing;
import io.planstream.model.inspect.Listing.ListedFile;
import io.planstream.model.inspect.SourceFile.Place;

import org.springframework.stereotype.Component;

/**
 * Puts together what headers, folders and earlier runs tell of files. Thread-safe.
 */
@Component
class FoundFiles {

	private final SourceFileStore stored;

	private final Uploads uploads;

	private final FileYears unread;

	FoundFiles(SourceFileStore stored, Uploads uploads, FileYears unread) {
		this.stored = stored;
		this.uploads = uploads;
		this.unread = unread;
	}

	FilePage page(List<Path> folders, int page, int size) {
		Listing listing = Inspector.list(folders, (long) page * size, size);
		List<Ingested> ingested = this.stored.ingested(listing.files().stream().map(ListedFile::path).toList());
		Map<RunId, List<StoredFile>> runs = new HashMap<>();
		return new FilePage(listing.files().stream().map((file) -> view(file, ingested, runs)).toList(),
				listing.total());
	}

	/** A file by its real path. */
	FoundFile of(Path file) {
		List<Glance> contents = Inspector.glance(List.of(file), 200);
		return view(new ListedFile(file, file.toFile().length(), contents), this.stored.ingested(List.of(file)),
				new HashMap<>());
	}

	private FoundFile view(ListedFile file, List<Ingested> ingested, Map<RunId, List<StoredFile>> runs) {
		Instant modified = modified(file.path());
		RunId run = latest(file, modified, ingested);
		TreeSet<Integer> years = new TreeSet<>();
		file.contents().forEach((glance) -> years.addAll(glance.years()));
		if (run != null) {
			runs.computeIfAbsent(run, this.stored::of)
				.stream()
				.filter((known) -> known.place().path().equals(file.path()))
				.forEach((known) -> years.addAll(known.years()));
		}
		List<String> datasets = file.contents()
			.stream()
			.map(Glance::dataset)
			.filter(Objects::nonNull)
			.distinct()
			.map(Dataset::id)
			.toList();
		Years unread = (run == null && !datasets.isEmpty()) ? this.unread.of(file.path(), file.sizeBytes(), modified)
				: Years.UNKNOWN;
		years.addAll(unread.years());
		return new FoundFile(file.path().toString(), file.path().getFileName().toString(), file.sizeBytes(), modified,
				this.uploads.uploaded(file.path()), datasets, List.copyOf(years), unread.beingRead(),
				(run != null) ? run.toString() : null, datasets.isEmpty() ? problem(file) : null, entries(file));
	}

	/**
	 * The same content is told from another by size and time: it is not read for that.
	 */
	private static RunId latest(ListedFile file, Instant modified, List<Ingested> ingested) {
		Map<RunId, Set<Place>> read = new HashMap<>();
		RunId latest = null;
		Set<Place> wanted = new HashSet<>();
		file.contents()
			.stream()
			.filter((glance) -> glance.dataset() != null)
			.forEach((glance) -> wanted.add(glance.place()));
		for (Ingested known : ingested) {
			if (known.place().path().equals(file.path()) && known.sizeBytes() == file.sizeBytes()
					&& known.modifiedAt().equals(modified)) {
				Set<Place> places = read.computeIfAbsent(known.run(), (run) -> new HashSet<>());
				places.add(known.place());
				latest = (!wanted.isEmpty() && places.containsAll(wanted)) ? known.run() : latest;
			}
		}
		return latest;
	}

	private static String problem(ListedFile file) {
		return file.contents()
			.stream()
			.map(Glance::problem)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse("There is no CSV file in it");
	}

	private static List<FoundFile.Entry> entries(ListedFile file) {
		return file.contents()
			.stream()
			.filter((glance) -> glance.place().entry() != null)
			.map((glance) -> new FoundFile.Entry(glance.place().entry(), glance.sizeBytes(),
					(glance.dataset() != null) ? glance.dataset().id() : null, List.copyOf(glance.years()),
					glance.problem()))
			.toList();
	}

	private static Instant modified(Path file) {
		try {
			return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
				.lastModifiedTime()
				.toInstant()
				.truncatedTo(ChronoUnit.MICROS);
		}
		catch (IOException ex) {
			return null;
		}
	}

}
