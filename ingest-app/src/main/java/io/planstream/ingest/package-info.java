/**
 * The application that reads source files and publishes their rows.
 */
package io.planstream.ingest;
