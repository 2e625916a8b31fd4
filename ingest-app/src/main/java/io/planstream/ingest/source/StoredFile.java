package io.planstream.ingest.source;

import java.time.Instant;
import java.util.List;

import io.planstream.model.dataset.Dataset;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * A source file as it was when its run began.
 *
 * @param fileNo 1, 2, ... in reading order
 * @param dataset its dataset
 * @param place where its bytes are
 * @param fileName its name for people
 * @param sizeBytes size of the file on disk
 * @param modifiedAt when the file on disk was changed last, to the microsecond
 * @param rows data rows
 * @param years plan years in it
 */
public record StoredFile(int fileNo, Dataset dataset, Place place, String fileName, long sizeBytes, Instant modifiedAt,
		long rows, List<Integer> years) {
}
