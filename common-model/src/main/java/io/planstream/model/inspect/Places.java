package io.planstream.model.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.planstream.model.inspect.InspectionException.Code;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * The files behind the paths that a person names. The Kaggle archive's {@code raw} folder
 * holds the inputs of its other files and is passed over, unpacked or not.
 */
final class Places {

	private static final int DEEPEST = 8;

	private final List<Found> found = new ArrayList<>();

	private final List<String> ignored;

	/**
	 * A place, and whether a person named it: what is named must be readable, what lies
	 * beside it may be anything.
	 */
	record Found(Place place, boolean named) {
	}

	private Places(List<String> ignored) {
		this.ignored = ignored;
	}

	static List<Found> behind(List<Path> paths, List<String> ignored) {
		Places places = new Places(ignored);
		for (Path path : paths) {
			places.add(path.toAbsolutePath().normalize());
		}
		return places.found;
	}

	private void add(Path path) {
		if (Files.isDirectory(path)) {
			addDirectory(path);
		}
		else if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
			throw new InspectionException(Code.NO_SUCH_FILE, "There is no readable file " + path,
					"Check the path; a CSV file, a .csv.gz, a .zip or a folder of them is taken.");
		}
		else {
			addFile(path, true);
		}
	}

	/**
	 * What lies in a folder, at any depth a person would use. Links are passed over: one
	 * could lead to files that the person who allowed the folder did not mean.
	 */
	private void addDirectory(Path directory) {
		try (Stream<Path> files = Files.walk(directory, DEEPEST)) {
			files.filter((file) -> hasKnownEnding(file) && !Archive.inRaw(directory.relativize(file).toString()))
				.sorted()
				.forEach(this::addFromDirectory);
		}
		catch (UncheckedIOException | IOException ex) {
			throw new InspectionException(Code.NO_SUCH_FILE,
					"The folder " + directory + " cannot be listed: " + ex.getMessage(), "Check that it may be read.");
		}
	}

	private void addFromDirectory(Path file) {
		if (Files.isSymbolicLink(file)) {
			this.ignored.add(file + ": links in a folder are not followed; name the file itself");
		}
		else if (Files.isRegularFile(file)) {
			addFile(file, false);
		}
	}

	private void addFile(Path file, boolean named) {
		if (!ending(file).endsWith(".zip")) {
			this.found.add(new Found(new Place(file, null), named));
			return;
		}
		try {
			for (String entry : Archive.csvEntries(file, this.ignored)) {
				this.found.add(new Found(new Place(file, entry), false));
			}
		}
		catch (ContentException ex) {
			throw ex.refusal(file);
		}
		catch (IOException ex) {
			throw new InspectionException(Code.DAMAGED_ARCHIVE,
					file + " is no readable zip archive: " + ex.getMessage(),
					"Download it again, or unpack it and name the folder.");
		}
	}

	private static boolean hasKnownEnding(Path file) {
		String name = ending(file);
		return name.endsWith(".csv") || name.endsWith(".csv.gz") || name.endsWith(".zip");
	}

	private static String ending(Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT);
	}

}
