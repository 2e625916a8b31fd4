package io.planstream.ingest.web;

import java.util.List;

import io.planstream.ingest.source.StoredFile;
import io.planstream.model.inspect.SourceFile;

/**
 * A source file as the REST interface shows it.
 *
 * @param fileNo 1, 2, ... in reading order
 * @param dataset its dataset
 * @param fileName its name
 * @param path where it is, with the entry if it is in an archive
 * @param sizeBytes size of the file on disk
 * @param rows data rows
 * @param years plan years in it
 */
record FileView(int fileNo, String dataset, String fileName, String path, long sizeBytes, long rows,
		List<Integer> years) {

	static FileView of(SourceFile file) {
		return new FileView(file.fileNo(), file.dataset().id(), file.fileName(), file.place().toString(),
				file.sizeBytes(), file.rows(), List.copyOf(file.years()));
	}

	static FileView of(StoredFile file) {
		return new FileView(file.fileNo(), file.dataset().id(), file.fileName(), file.place().toString(),
				file.sizeBytes(), file.rows(), file.years());
	}

}
