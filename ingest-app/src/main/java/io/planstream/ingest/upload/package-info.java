/**
 * Files that are sent over HTTP, kept whole or not at all.
 */
package io.planstream.ingest.upload;
