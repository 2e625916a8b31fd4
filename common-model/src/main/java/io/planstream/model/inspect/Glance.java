package io.planstream.model.inspect;

import java.util.SortedSet;

import io.planstream.model.dataset.Dataset;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * What the header of a file says, before anybody reads the rest.
 *
 * @param place where its bytes are
 * @param sizeBytes size of the file on disk; of an entry, what it unpacks to as its
 * archive states
 * @param dataset what it is, or null when it cannot be ingested
 * @param years the plan years that the header names; most headers name none
 * @param problem why it cannot be ingested, or null
 */
public record Glance(Place place, long sizeBytes, Dataset dataset, SortedSet<Integer> years, String problem) {
}
