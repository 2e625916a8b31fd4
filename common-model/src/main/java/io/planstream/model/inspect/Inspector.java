package io.planstream.model.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import io.planstream.model.dataset.Column;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.dataset.Layout;
import io.planstream.model.dataset.Recognition;
import io.planstream.model.inspect.InspectionException.Code;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * Finds the source files behind the paths a person names, and reads each once to know its
 * hash, rows, years and slices. The result depends on the contents alone. Thread-safe.
 */
public final class Inspector {

	/** The largest slice: 64 MiB. */
	public static final long MAX_SLICE_BYTES = 64L << 20;

	/** In messages and lists: more than the columns of the widest file known, 176. */
	private static final int MAX_FOUND = 200;

	/** In messages: longer than any column's name. */
	private static final int MAX_NAME = 64;

	private final long maxSliceBytes;

	/**
	 * An inspector.
	 * @param maxSliceBytes the largest slice, usually {@link #MAX_SLICE_BYTES}
	 */
	public Inspector(long maxSliceBytes) {
		this.maxSliceBytes = maxSliceBytes;
	}

	/**
	 * Inspects files, folders and archives.
	 * @param paths what a person named
	 * @param merge whether two files of one dataset may hold the same plan year
	 * @param bytesRead is told now and then how far the current file is read
	 * @return the source files, plans first, and what was passed over
	 * @throws InspectionException if they cannot be ingested
	 */
	public Inspection inspect(List<Path> paths, boolean merge, LongConsumer bytesRead) {
		List<String> ignored = new ArrayList<>();
		List<SourceFile> files = new ArrayList<>();
		Map<String, SourceFile> byHash = new HashMap<>();
		for (Found.Candidate candidate : candidates(paths, ignored)) {
			Layout layout = layout(candidate, ignored);
			if (layout != null) {
				SourceFile file = scan(candidate.place(), layout, bytesRead);
				SourceFile twin = byHash.putIfAbsent(file.contentHash(), file);
				if (twin == null) {
					files.add(file);
				}
				else {
					ignored.add(file.place() + ": the same content as " + twin.place());
				}
			}
		}
		if (files.isEmpty()) {
			throw nothingKnown(paths, ignored);
		}
		if (!merge) {
			refuseSharedYears(files);
		}
		return new Inspection(numbered(files), List.copyOf(ignored));
	}

	/** Refuses before anything is read what would be refused in the end. */
	private static List<Found.Candidate> candidates(List<Path> paths, List<String> ignored) {
		List<Found.Candidate> candidates = new ArrayList<>();
		for (Found found : Places.behind(paths, Integer.MAX_VALUE)) {
			if (found instanceof Found.Refused refused) {
				throw refused.refusal();
			}
			if (found instanceof Found.PassedOver passedOver) {
				ignored.add(passedOver.message());
			}
			else if (found instanceof Found.Candidate candidate) {
				candidates.add(candidate);
			}
		}
		return candidates;
	}

	/**
	 * The layout of a file that was inspected before.
	 * @param place where its bytes are
	 * @return where its columns stand
	 * @throws InspectionException if it is no file of a known dataset any more
	 */
	public static Layout layoutOf(Place place) {
		return layout(new Found.Candidate(place, 0, true), new ArrayList<>());
	}

	/**
	 * Looks what lies in folders, reading no more than headers. What cannot be ingested
	 * is told with its reason and keeps nothing else from being looked at.
	 * @param paths files, folders and archives
	 * @param limit how many files to look at, at the most
	 * @return what lies there, in the order of the paths and of the names below each
	 */
	public static List<Glance> glance(List<Path> paths, int limit) {
		return Places.behind(paths, limit).stream().map(Inspector::glance).toList();
	}

	/**
	 * Looks at a part of what lies in folders, reading no more than headers of that part.
	 * @param folders folders; a file that lies in two of them is told once
	 * @param from how many files to leave out
	 * @param count how many files to look at, at the most
	 * @return the files
	 */
	public static Listing list(List<Path> folders, long from, int count) {
		List<Folder.Item> all = Places.items(folders);
		List<Listing.ListedFile> part = all.stream().skip(from).limit(count).map(Inspector::listed).toList();
		return new Listing(all.size(), part);
	}

	private static Listing.ListedFile listed(Folder.Item item) {
		List<Glance> contents = Places.behind(item, MAX_FOUND).stream().map(Inspector::glance).toList();
		long size = (item.attributes() != null) ? item.attributes().size() : 0;
		return new Listing.ListedFile(item.path(), size, contents);
	}

	private static Glance glance(Found found) {
		if (found instanceof Found.PassedOver passedOver) {
			return problem(found, passedOver.message());
		}
		if (found instanceof Found.Refused refused) {
			return problem(found, refused.refusal().getMessage());
		}
		try {
			Layout layout = layoutOf(found.place());
			return new Glance(found.place(), found.sizeBytes(), layout.dataset(), new YearColumn(layout).years(), null);
		}
		catch (InspectionException ex) {
			return problem(found, ex.getMessage());
		}
	}

	private static Glance problem(Found found, String problem) {
		return new Glance(found.place(), found.sizeBytes(), null, Collections.emptySortedSet(), problem);
	}

	private static Layout layout(Found.Candidate found, List<String> ignored) {
		HeaderRecord header = header(found.place());
		Recognition recognition = header.header().recognise();
		if (header.broken() != null && !(recognition instanceof Recognition.Unknown)) {
			throw refusal(found.place(), header);
		}
		if (recognition instanceof Recognition.Known known) {
			return known.layout();
		}
		if (recognition instanceof Recognition.MissingColumns missing) {
			throw missingColumns(found.place(), missing);
		}
		if (recognition instanceof Recognition.RepeatedColumns repeated) {
			throw repeatedColumns(found.place(), repeated);
		}
		InspectionException refusal = refusal(found.place(), header);
		if (found.named()) {
			throw refusal;
		}
		ignored.add(refusal.getMessage());
		return null;
	}

	private static HeaderRecord header(Place place) {
		try (InputStream in = place.open(0)) {
			return HeaderRecord.read(in);
		}
		catch (IOException ex) {
			throw damaged(place, ex);
		}
	}

	private SourceFile scan(Place place, Layout layout, LongConsumer bytesRead) {
		try {
			SourceFile file = new FileScan(place, layout, this.maxSliceBytes, bytesRead).scan();
			if (file.rows() == 0) {
				throw new InspectionException(Code.EMPTY_FILE, place + " has a header and no rows",
						"Check whether the file was downloaded completely.");
			}
			return file;
		}
		catch (IOException ex) {
			throw damaged(place, ex);
		}
	}

	private static InspectionException damaged(Place place, IOException ex) {
		if (ex instanceof ContentException content) {
			return content.refusal(place);
		}
		if (ex instanceof AccessDeniedException) {
			return new InspectionException(Code.NO_SUCH_FILE, place + " may not be read",
					"Give the application's user the right to read it.");
		}
		return new InspectionException(Code.DAMAGED_ARCHIVE, place + " cannot be read: " + ex.getMessage(),
				"Download or unpack it again.");
	}

	private static InspectionException missingColumns(Place place, Recognition.MissingColumns missing) {
		return new InspectionException(Code.MISSING_COLUMN,
				place + " looks like a " + missing.dataset().id() + " file but lacks "
						+ String.join(", ", missing.missing()) + ". Found: " + listed(missing.found(), MAX_FOUND),
				"Restore the column's name in the header, or leave the file out.");
	}

	private static InspectionException repeatedColumns(Place place, Recognition.RepeatedColumns repeated) {
		return new InspectionException(Code.REPEATED_COLUMN,
				place + " is a " + repeated.dataset().id() + " file with more than one column "
						+ String.join(", ", repeated.twice()),
				"Leave one of them in the file, or give the others another name.");
	}

	private static InspectionException refusal(Place place, HeaderRecord header) {
		if (header.broken() != null) {
			return new InspectionException(Code.NOT_CSV,
					place + " is no CSV file, its header cannot be read: " + header.broken(),
					"Name CSV files in UTF-8, .csv.gz or .zip files.");
		}
		if (header.header().names().isEmpty()) {
			return new InspectionException(Code.EMPTY_FILE, place + " has no header",
					"Check whether the file was downloaded completely.");
		}
		String separator = header.header().separatorInstead();
		if (separator != null) {
			return new InspectionException(Code.NOT_CSV,
					place + " has columns that are separated by " + separator + ", not by commas",
					"Save it with commas between the columns.");
		}
		return new InspectionException(Code.NO_KNOWN_FILES,
				place + " is of no known dataset; its first line has " + listed(header.header().names(), 8),
				"Known are " + known() + ".");
	}

	/** What a file says is shortened: it may be no header, or no text at all. */
	private static String listed(List<String> names, int limit) {
		String listed = names.stream()
			.limit(limit)
			.map((name) -> (name.length() > MAX_NAME) ? name.substring(0, MAX_NAME) + "..." : name)
			.collect(Collectors.joining(", "));
		return (names.size() > limit) ? listed + ", ..." : listed;
	}

	private static InspectionException nothingKnown(List<Path> paths, List<String> ignored) {
		String passedOver = ignored.isEmpty() ? "" : " Passed over: " + String.join("; ", ignored);
		return new InspectionException(Code.NO_KNOWN_FILES,
				"There is no file of a known dataset in "
						+ paths.stream().map(Path::toString).collect(Collectors.joining(", ")) + "." + passedOver,
				"Known are " + known() + ".");
	}

	private static String known() {
		return Arrays.stream(Dataset.values())
			.map((dataset) -> dataset.id() + " (a header with "
					+ dataset.columns()
						.stream()
						.filter(Column::needed)
						.map(Column::name)
						.collect(Collectors.joining(", "))
					+ ")")
			.collect(Collectors.joining("; "));
	}

	private static void refuseSharedYears(List<SourceFile> files) {
		Map<String, SourceFile> byYear = new HashMap<>();
		for (SourceFile file : files) {
			for (int year : file.years()) {
				SourceFile other = byYear.put(file.dataset().id() + " " + year, file);
				if (other != null) {
					throw new InspectionException(Code.YEAR_CONFLICT,
							other.place() + " and " + file.place() + " both hold " + file.dataset().id() + " rows of "
									+ year,
							"Leave one out, or say --merge if they hold different rows that belong together.");
				}
			}
		}
	}

	private static List<SourceFile> numbered(List<SourceFile> files) {
		List<SourceFile> sorted = new ArrayList<>(files);
		sorted.sort(Comparator.comparing(SourceFile::dataset)
			.thenComparing((file) -> file.years().isEmpty() ? 0 : file.years().first())
			.thenComparing(SourceFile::contentHash));
		List<SourceFile> numbered = new ArrayList<>(sorted.size());
		for (SourceFile file : sorted) {
			numbered.add(file.numbered(numbered.size() + 1));
		}
		return List.copyOf(numbered);
	}

}
