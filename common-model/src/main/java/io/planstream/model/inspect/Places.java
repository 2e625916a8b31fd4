package io.planstream.model.inspect;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.planstream.model.inspect.InspectionException.Code;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * The files behind the paths that a person names. The Kaggle archive's {@code raw} folder
 * holds the inputs of its other files and is passed over, unpacked or not.
 */
final class Places {

	private static final int DEEPEST = 8;

	private final List<Found> found = new ArrayList<>();

	/**
	 * A place, and whether a person named it: what is named must be readable, what lies
	 * beside it may be anything.
	 */
	record Found(Place place, boolean named) {
	}

	static List<Found> behind(List<Path> paths) {
		Places places = new Places();
		for (Path path : paths) {
			places.add(path.toAbsolutePath().normalize());
		}
		return places.found;
	}

	private void add(Path path) {
		if (Files.isDirectory(path)) {
			addDirectory(path);
		}
		else if (!Files.isReadable(path)) {
			throw new InspectionException(Code.NO_SUCH_FILE, "There is no readable file " + path,
					"Check the path; a CSV file, a .csv.gz, a .zip or a folder of them is taken.");
		}
		else {
			addFile(path, true);
		}
	}

	private void addDirectory(Path directory) {
		try (Stream<Path> files = Files.walk(directory, DEEPEST, new FileVisitOption[0])) {
			files.filter(Files::isRegularFile)
				.filter((file) -> !inRaw(directory.relativize(file)) && hasKnownEnding(file))
				.sorted()
				.forEach((file) -> addFile(file, false));
		}
		catch (IOException ex) {
			throw new InspectionException(Code.NO_SUCH_FILE, "The folder " + directory + " cannot be listed",
					"Check that it may be read.");
		}
	}

	private void addFile(Path file, boolean named) {
		if (!ending(file).endsWith(".zip")) {
			this.found.add(new Found(new Place(file, null), named));
			return;
		}
		try (ZipFile zip = new ZipFile(file.toFile())) {
			zip.stream()
				.filter((entry) -> !entry.isDirectory() && !inRaw(Path.of(entry.getName())))
				.map(ZipEntry::getName)
				.filter((name) -> name.toLowerCase(Locale.ROOT).endsWith(".csv"))
				.sorted()
				.forEach((name) -> this.found.add(new Found(new Place(file, name), false)));
		}
		catch (ZipException ex) {
			throw new InspectionException(Code.DAMAGED_ARCHIVE,
					file + " is no readable zip archive: " + ex.getMessage(),
					"Download it again, or unpack it and name the folder.");
		}
		catch (IOException ex) {
			throw new InspectionException(Code.DAMAGED_ARCHIVE, file + " cannot be read", "Check that it may be read.");
		}
	}

	private static boolean hasKnownEnding(Path file) {
		String name = ending(file);
		return name.endsWith(".csv") || name.endsWith(".csv.gz") || name.endsWith(".zip");
	}

	private static String ending(Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT);
	}

	private static boolean inRaw(Path relative) {
		return StreamSupport.stream(relative.spliterator(), false)
			.limit(Math.max(0, relative.getNameCount() - 1))
			.anyMatch((part) -> part.toString().equalsIgnoreCase("raw"));
	}

}
