package io.planstream.model.inspect;

import java.nio.file.Path;
import java.util.List;

/**
 * A part of the files that lie in folders.
 *
 * @param total how many there are in all
 * @param files those of the part, in the order of the folders and of the names below each
 */
public record Listing(int total, List<ListedFile> files) {

	/**
	 * A file, link or folder as it was found.
	 *
	 * @param path where it is
	 * @param sizeBytes size on disk
	 * @param contents itself, or the entries of an archive; the first ones if there are
	 * very many
	 */
	public record ListedFile(Path path, long sizeBytes, List<Glance> contents) {
	}

}
