package io.planstream.consumer.percentile;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What percentiles are taken over.
 *
 * @param runId the run
 * @param businessYear the plan year
 * @param stateCode the state
 * @param coverage {@code Medical}, {@code Dental} or {@code Unknown}
 */
@Embeddable
record PercentileGroup(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode,
		String coverage) implements Serializable {
}
