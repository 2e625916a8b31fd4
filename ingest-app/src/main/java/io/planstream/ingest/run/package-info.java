/**
 * Runs and who works on them.
 */
package io.planstream.ingest.run;
