package io.planstream.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import io.planstream.local.terminal.Problem;
import io.planstream.model.inspect.Inspection;
import io.planstream.model.inspect.InspectionException;
import io.planstream.model.inspect.Inspector;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * The files, folders and archives that a person named. Finds what is wrong with them
 * before anything is started. Immutable.
 */
public final class InputPaths {

	/** Up to this size all files are read before the start, which takes no second. */
	private static final long SMALL = 96L * 1024 * 1024;

	/** How much smaller archives of this data are at most. */
	private static final int PACKED = 20;

	private final List<Path> paths;

	private final boolean merge;

	/**
	 * Takes the paths as they were typed.
	 * @param paths the paths
	 * @param merge whether files of one dataset may share a business year
	 */
	public InputPaths(List<Path> paths, boolean merge) {
		this.paths = paths.stream().map((path) -> path.toAbsolutePath().normalize()).toList();
		this.merge = merge;
	}

	/**
	 * Finds what can be found quickly: small files are read, of large ones the headers.
	 * @throws Problem with the first thing that is wrong
	 */
	public void check() {
		List<Path> files = files();
		if (unpackedSize(files) <= SMALL) {
			inspect((bytes) -> {
			});
			return;
		}
		for (Path path : files) {
			if (isNamed(path) && isPlain(path)) {
				header(path);
			}
		}
	}

	/**
	 * Reads all files.
	 * @param progress receives the bytes read of each file now and then
	 * @return what they hold
	 * @throws Problem with the first thing that is wrong
	 */
	public Inspection inspect(LongConsumer progress) {
		files();
		try {
			return new Inspector(Inspector.MAX_SLICE_BYTES).inspect(this.paths, this.merge, progress);
		}
		catch (InspectionException ex) {
			throw new Problem(ex.code().name(), ex.getMessage(), ex.action(), ex);
		}
	}

	/**
	 * The folders that ingest-app must be allowed to read.
	 * @return each folder that was named, and the folder of each file
	 */
	public List<Path> directories() {
		return this.paths.stream().map((path) -> Files.isDirectory(path) ? path : path.getParent()).distinct().toList();
	}

	/**
	 * The paths for ingest-app.
	 * @return absolute paths
	 */
	public List<String> absolute() {
		return this.paths.stream().map(Path::toString).toList();
	}

	/**
	 * The bytes of all files on disk.
	 * @return their sum
	 */
	public long size() {
		return files().stream().mapToLong(InputPaths::sizeOf).sum();
	}

	private static long unpackedSize(List<Path> files) {
		return files.stream().mapToLong((file) -> isPlain(file) ? sizeOf(file) : PACKED * sizeOf(file)).sum();
	}

	private void header(Path path) {
		try {
			Inspector.layoutOf(new Place(path, null));
		}
		catch (InspectionException ex) {
			throw new Problem(ex.code().name(), ex.getMessage(), ex.action(), ex);
		}
	}

	private boolean isNamed(Path path) {
		return this.paths.contains(path);
	}

	private List<Path> files() {
		List<Path> files = new ArrayList<>();
		for (Path path : this.paths) {
			if (!Files.exists(path)) {
				throw new Problem("NO_SUCH_FILE", "There is no file or folder " + path, "Check the path.");
			}
			if (!Files.isReadable(path)) {
				throw new Problem("NO_SUCH_FILE", path + " cannot be read", "Check its permissions.");
			}
			files.addAll(Files.isDirectory(path) ? inFolder(path) : List.of(path));
		}
		return files;
	}

	private static List<Path> inFolder(Path folder) {
		try (Stream<Path> found = Files.walk(folder)) {
			List<Path> files = found.filter(Files::isRegularFile).filter(InputPaths::mayHoldRows).toList();
			if (files.isEmpty()) {
				throw new Problem("NO_KNOWN_FILES", "There is no .csv, .gz or .zip file in " + folder,
						"Name the folder that holds Rate.csv and PlanAttributes.csv, or the files themselves.");
			}
			return files;
		}
		catch (IOException ex) {
			throw new Problem("NO_SUCH_FILE", folder + " cannot be read: " + ex.getMessage(), "Check its permissions.",
					ex);
		}
	}

	private static boolean mayHoldRows(Path path) {
		return isPlain(path) || name(path).endsWith(".gz") || name(path).endsWith(".zip");
	}

	private static boolean isPlain(Path path) {
		return name(path).endsWith(".csv");
	}

	private static String name(Path path) {
		return path.getFileName().toString().toLowerCase(Locale.ROOT);
	}

	private static long sizeOf(Path path) {
		try {
			return Files.size(path);
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
