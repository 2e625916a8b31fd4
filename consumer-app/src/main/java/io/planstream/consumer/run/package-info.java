/**
 * Runs, their files and slices, and which of them serve: read here, written by
 * ingest-app.
 */
package io.planstream.consumer.run;
