/**
 * How far a run is read, acknowledged and applied.
 */
package io.planstream.ingest.progress;
