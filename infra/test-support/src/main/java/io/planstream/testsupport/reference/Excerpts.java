package io.planstream.testsupport.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the excerpts of the published files, which are not part of the repository: where
 * the system property or the environment variable {@code PLANSTREAM_EXCERPTS} says, else
 * in {@code shared/data/kaggle-excerpts} beside the repository.
 */
public final class Excerpts {

	/** The name of the system property and of the environment variable. */
	public static final String SETTING = "PLANSTREAM_EXCERPTS";

	private static final Path BESIDE_REPOSITORY = Path.of("shared", "data", "kaggle-excerpts");

	private Excerpts() {
	}

	/**
	 * Find the folder.
	 * @return the folder, or empty if there is none
	 */
	public static Optional<Path> find() {
		String setting = System.getProperty(SETTING, System.getenv(SETTING));
		if (setting != null) {
			return Optional.of(Path.of(setting)).filter(Files::isDirectory);
		}
		return repository().map((root) -> root.resolveSibling(BESIDE_REPOSITORY)).filter(Files::isDirectory);
	}

	/**
	 * Say what to do when there are none.
	 * @return a message for the test report
	 */
	public static String missing() {
		return "NOT TESTED on the excerpts of the published files: name their folder in " + SETTING
				+ ", or put them into " + BESIDE_REPOSITORY + " beside the repository";
	}

	private static Optional<Path> repository() {
		Path folder = Path.of("").toAbsolutePath();
		while (folder != null && !Files.exists(folder.resolve(".git"))) {
			folder = folder.getParent();
		}
		return Optional.ofNullable(folder);
	}

}
