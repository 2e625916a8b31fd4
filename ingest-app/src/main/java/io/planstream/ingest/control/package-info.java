/**
 * What a person can do with runs: begin, stop, resume, repair, serve and delete them.
 */
package io.planstream.ingest.control;
