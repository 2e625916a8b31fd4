package io.planstream.ingest.web;

import java.time.Instant;
import java.util.List;

/**
 * A file that lies in a data folder.
 *
 * @param path what to name to ingest it
 * @param name its last part
 * @param sizeBytes size of the file on disk
 * @param modifiedAt when it was changed last, or null if that cannot be seen
 * @param uploaded whether it was uploaded, and may be deleted
 * @param datasets what is in it; empty when it cannot be ingested
 * @param years the plan years in it, in order; before it has been read those that its
 * headers name, and most headers name none
 * @param beingRead whether its years will be known when it has been read
 * @param ingestedRunId the latest complete run that read all of it as it is now, or null
 * @param problem why it cannot be ingested, or null
 * @param entries what is in it if it is an archive, the first ones if there are very many
 */
record FoundFile(String path, String name, long sizeBytes, Instant modifiedAt, boolean uploaded, List<String> datasets,
		List<Integer> years, boolean beingRead, String ingestedRunId, String problem, List<Entry> entries) {

	/**
	 * An entry of an archive.
	 *
	 * @param entry its name in the archive
	 * @param sizeBytes what the archive states that it unpacks to
	 * @param dataset what it is, or null when it cannot be ingested
	 * @param years the plan years that its header names
	 * @param problem why it cannot be ingested, or null
	 */
	record Entry(String entry, long sizeBytes, String dataset, List<Integer> years, String problem) {
	}

}
