package io.planstream.consumer.percentile;

import java.io.Serializable;

import io.planstream.model.percentile.PercentileGroup;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Names what percentiles are taken over.
 *
 * @param runId the run
 * @param businessYear the plan year
 * @param stateCode the state
 * @param coverage {@code Medical}, {@code Dental} or {@code Unknown}
 */
@Embeddable
record GroupId(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode,
		String coverage) implements Serializable {

	PercentileGroup toGroup() {
		return new PercentileGroup(this.runId, this.businessYear, this.stateCode, this.coverage);
	}

}
