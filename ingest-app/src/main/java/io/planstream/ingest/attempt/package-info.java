/**
 * One try at the unfinished slices of a run, as a Spring Batch job.
 */
package io.planstream.ingest.attempt;
