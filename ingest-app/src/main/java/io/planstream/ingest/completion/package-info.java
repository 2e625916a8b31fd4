/**
 * Decides when a run is complete, and repairs one that cannot become so by itself.
 */
package io.planstream.ingest.completion;
