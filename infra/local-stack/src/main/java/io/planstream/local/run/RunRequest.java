package io.planstream.local.run;

import java.util.List;

/**
 * What to ingest and how.
 *
 * @param paths absolute paths of files, folders or archives
 * @param rowsPerSecond a speed limit, or null
 * @param force whether content that is ingested already is ingested again
 * @param merge whether files of one dataset may share a business year
 */
public record RunRequest(List<String> paths, Integer rowsPerSecond, boolean force, boolean merge) {

}
