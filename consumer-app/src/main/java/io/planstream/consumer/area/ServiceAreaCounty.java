package io.planstream.consumer.area;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A county of a service area; an area that is a whole state has none.
 */
@Entity
@Immutable
@Table(name = "service_area_county")
class ServiceAreaCounty {

	@EmbeddedId
	private Key key;

	private long partialRows;

	private long sourceRows;

	protected ServiceAreaCounty() {
	}

	@Override
	public String toString() {
		return this.key + ": partial rows " + this.partialRows + ", source rows " + this.sourceRows;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String issuerId,
			String serviceAreaId, String countyFips) implements Serializable {
	}

}
