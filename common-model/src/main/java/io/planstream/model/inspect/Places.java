package io.planstream.model.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.planstream.model.inspect.InspectionException.Code;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * The files behind the paths that a person names. The Kaggle archive's {@code raw} folder
 * holds the inputs of its other files and is passed over, unpacked or not.
 */
final class Places {

	private final int limit;

	private final List<Found> found = new ArrayList<>();

	private Places(int limit) {
		this.limit = limit;
	}

	/**
	 * Lists what is there, in the order of the paths and of the names below each.
	 * Archives beyond the limit are not opened.
	 */
	static List<Found> behind(List<Path> paths, int limit) {
		Places places = new Places(limit);
		for (Path path : paths) {
			places.add(path.toAbsolutePath().normalize());
		}
		return List.copyOf(places.found.subList(0, Math.min(limit, places.found.size())));
	}

	/** What lies in folders, without opening any of it. */
	static List<Folder.Item> items(List<Path> folders) {
		Map<Path, Folder.Item> items = new LinkedHashMap<>();
		for (Path folder : folders) {
			Folder.list(folder.toAbsolutePath().normalize()).forEach((item) -> items.putIfAbsent(item.path(), item));
		}
		return List.copyOf(items.values());
	}

	/** What one of the items is, or holds, up to a limit. */
	static List<Found> behind(Folder.Item item, int limit) {
		Places places = new Places(limit);
		places.addListed(item);
		return List.copyOf(places.found.subList(0, Math.min(limit, places.found.size())));
	}

	private void add(Path path) {
		if (Files.isDirectory(path)) {
			Folder.list(path).forEach(this::addListed);
		}
		else if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
			refuse(path, new InspectionException(Code.NO_SUCH_FILE, "There is no readable file " + path,
					"Check the path; a CSV file, a .csv.gz, a .zip or a folder of them is taken."));
		}
		else {
			addFile(path, path.toFile().length(), true);
		}
	}

	private void addListed(Folder.Item item) {
		if (item.failure() != null) {
			refuse(item.path(), new InspectionException(Code.NO_SUCH_FILE,
					item.path() + " cannot be listed: " + item.failure().getMessage(), "Check that it may be read."));
		}
		else {
			addListed(item.path(), item.attributes());
		}
	}

	private void addListed(Path file, BasicFileAttributes attributes) {
		if (attributes.isSymbolicLink()) {
			this.found.add(new Found.PassedOver(new Place(file, null), 0,
					"links in a folder are not followed; name the file itself"));
		}
		else if (attributes.isDirectory()) {
			this.found.add(new Found.PassedOver(new Place(file, null), 0,
					"lies more than " + Folder.DEEPEST + " folders deep; name it itself if its files are wanted"));
		}
		else if (attributes.isRegularFile()) {
			addFile(file, attributes.size(), false);
		}
	}

	private void addFile(Path file, long sizeBytes, boolean named) {
		if (this.found.size() >= this.limit) {
			return;
		}
		if (!ending(file).endsWith(".zip")) {
			this.found.add(new Found.Candidate(new Place(file, null), sizeBytes, named));
			return;
		}
		try {
			this.found.addAll(Archive.entries(file));
		}
		catch (ContentException ex) {
			refuse(file, ex.refusal(file));
		}
		catch (IOException ex) {
			refuse(file,
					new InspectionException(Code.DAMAGED_ARCHIVE,
							file + " is no readable zip archive: " + ex.getMessage(),
							"Download it again, or unpack it and name the folder."));
		}
	}

	private void refuse(Path path, InspectionException refusal) {
		this.found.add(new Found.Refused(new Place(path, null), path.toFile().length(), refusal));
	}

	private static String ending(Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT);
	}

}
