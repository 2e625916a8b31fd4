package io.planstream.consumer.crosswalk;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What became of a plan where it depends on the ZIP code, by county.
 */
@Entity
@Immutable
@Table(name = "crosswalk_zip_county")
class CrosswalkZipCounty {

	@EmbeddedId
	private Key key;

	private long crosswalkRows;

	protected CrosswalkZipCounty() {
	}

	@Override
	public String toString() {
		return this.key + ": crosswalk rows " + this.crosswalkRows;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String fromPlanId,
			String toPlanId, int reason, String coverage, String fromMetalLevel, String toMetalLevel,
			String countyFips) implements Serializable {
	}

}
