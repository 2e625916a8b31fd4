package io.planstream.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;
import io.planstream.ingest.settings.Settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The folders whose files may be ingested. Links are followed before a path is judged, so
 * a link inside leads nowhere outside. Thread-safe.
 */
@Component
public class DataDirectories {

	private static final Logger logger = LoggerFactory.getLogger(DataDirectories.class);

	private final Settings.Data settings;

	DataDirectories(Settings settings) {
		this.settings = settings.data();
	}

	/**
	 * Checks what a person named.
	 * @param paths paths as they were given; one that is not absolute is looked for in
	 * each of the folders
	 * @return the real paths
	 * @throws RefusedException if one does not exist or leads outside
	 */
	public List<Path> resolve(List<String> paths) {
		List<Path> allowed = allowed();
		return paths.stream().map((path) -> resolve(path, allowed)).toList();
	}

	/**
	 * The folders that exist.
	 * @return their real paths
	 */
	public List<Path> all() {
		return List.copyOf(allowed());
	}

	/**
	 * The folder for uploaded files, made if it is missing.
	 * @return its real path
	 * @throws RefusedException if there is none
	 */
	public Path uploads() {
		Path folder = uploadFolder().orElseThrow(() -> new RefusedException(Code.UPLOADS_OFF,
				"There is no folder for uploaded files", "Set planstream.data.uploads to one."));
		try {
			return Files.createDirectories(folder).toRealPath();
		}
		catch (IOException ex) {
			logger.warn("The folder for uploads {} cannot be made: {}", folder, ex.getMessage());
			throw new RefusedException(Code.UPLOADS_OFF, "The folder for uploaded files cannot be made",
					"Set planstream.data.uploads to one that the application's user may write.");
		}
	}

	/**
	 * The folder for uploaded files, which need not exist.
	 * @return its path, or empty
	 */
	public Optional<Path> uploadFolder() {
		if (this.settings.uploads() != null) {
			return Optional.of(this.settings.uploads());
		}
		return this.settings.directories().stream().findFirst().map((first) -> first.resolve("uploads"));
	}

	private static Path resolve(String text, List<Path> allowed) {
		try {
			Path real = located(text, allowed).toRealPath();
			if (allowed.stream().noneMatch(real::startsWith)) {
				throw outside(text, allowed);
			}
			return real;
		}
		catch (IOException | InvalidPathException ex) {
			throw missing(text, allowed);
		}
	}

	private static Path located(String text, List<Path> allowed) {
		Path path = Path.of(text);
		if (path.isAbsolute() || allowed.isEmpty()) {
			return path;
		}
		return allowed.stream()
			.map((folder) -> folder.resolve(path))
			.filter(Files::exists)
			.findFirst()
			.orElseGet(() -> allowed.get(0).resolve(path));
	}

	/** Says nothing about what does or does not exist outside of the folders. */
	private static RefusedException missing(String text, List<Path> allowed) {
		try {
			Path path = located(text, allowed).toAbsolutePath().normalize();
			if (allowed.stream().noneMatch(path::startsWith)) {
				return outside(text, allowed);
			}
		}
		catch (InvalidPathException ex) {
			logger.debug("Not a path: {}", ex.getReason());
		}
		return new RefusedException(Code.NO_SUCH_FILE, text + " does not exist", "Check the path.");
	}

	private static RefusedException outside(String text, List<Path> allowed) {
		String folders = allowed.isEmpty() ? "none is set"
				: allowed.stream().map(Path::toString).collect(Collectors.joining(", "));
		return new RefusedException(Code.PATH_OUTSIDE_DATA_DIRECTORY,
				text + " is not inside a folder whose files may be ingested (" + folders + ")",
				"Move the file there, or add its folder to planstream.data.directories.");
	}

	private List<Path> allowed() {
		List<Path> allowed = new ArrayList<>();
		this.settings.directories().forEach((directory) -> addReal(allowed, directory));
		for (String line : listed()) {
			addReal(allowed, Path.of(line));
		}
		uploadFolder().ifPresent((folder) -> addReal(allowed, folder));
		return allowed;
	}

	private List<String> listed() {
		Path file = this.settings.directoriesFile();
		if (file == null || !Files.isRegularFile(file)) {
			return List.of();
		}
		try {
			return Files.readAllLines(file).stream().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		}
		catch (IOException ex) {
			logger.warn("The list of data folders {} cannot be read: {}", file, ex.getMessage());
			return List.of();
		}
	}

	private static void addReal(List<Path> allowed, Path directory) {
		try {
			allowed.add(directory.toRealPath());
		}
		catch (IOException ex) {
			logger.debug("Data folder {} does not exist", directory);
		}
	}

}
