package io.planstream.model.record;

import io.planstream.model.RunId;

/**
 * Where a record comes from; with its sequence, what makes all copies of it equal.
 *
 * @param run the run
 * @param slice slice of the run
 * @param file source file of the run, 1, 2 ...
 */
public record Provenance(RunId run, int slice, int file) {
}
