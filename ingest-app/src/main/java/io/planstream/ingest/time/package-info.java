/**
 * The only place that asks what time it is.
 */
package io.planstream.ingest.time;
