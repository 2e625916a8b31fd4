package io.planstream.local.run;

import java.util.List;

/**
 * A page of runs.
 *
 * @param runs the runs, newest first
 * @param total how many there are in all
 */
public record RunList(List<Run> runs, long total) {

}
