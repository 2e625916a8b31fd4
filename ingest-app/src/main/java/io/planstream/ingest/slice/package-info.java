/**
 * How far each slice is read: the only truth about progress.
 */
package io.planstream.ingest.slice;
