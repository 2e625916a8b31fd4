/**
 * The whole application against a real broker and a real database.
 */
package io.planstream.ingest.scenario;
