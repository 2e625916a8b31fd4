package io.planstream.model.percentile;

/**
 * What percentiles are taken over.
 *
 * @param runId the run, as tables name it
 * @param businessYear the plan year
 * @param stateCode the state
 * @param coverage {@code Medical}, {@code Dental} or {@code Unknown}
 */
public record PercentileGroup(String runId, int businessYear, String stateCode, String coverage) {
}
