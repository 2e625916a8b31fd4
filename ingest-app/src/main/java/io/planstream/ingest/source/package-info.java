/**
 * The files of a run and the folders they may lie in.
 */
package io.planstream.ingest.source;
