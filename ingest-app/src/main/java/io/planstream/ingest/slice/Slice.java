package io.planstream.ingest.slice;

import io.planstream.model.dataset.Dataset;
import io.planstream.model.inspect.SliceRange;

/**
 * A contiguous part of a source file that one worker reads, and how far it got.
 *
 * @param number 0, 1, ... over all files of the run
 * @param fileNo its file
 * @param dataset dataset of the file
 * @param range where it begins and ends
 * @param progress how far it is read
 */
public record Slice(int number, int fileNo, Dataset dataset, SliceRange range, SliceProgress progress) {
}
