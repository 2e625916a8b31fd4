/**
 * Waits for the servers when the application starts, and says clearly what is missing.
 */
package io.planstream.ingest.start;
