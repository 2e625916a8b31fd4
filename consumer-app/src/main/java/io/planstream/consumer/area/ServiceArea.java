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
 * A service area of an issuer. Of several source rows for one key the first by file and
 * line stays.
 */
@Entity
@Immutable
@Table(name = "service_area")
class ServiceArea {

	@EmbeddedId
	private Key key;

	private String serviceAreaName;

	private long wholeStateRows;

	private long sourceRows;

	private long sourceOrder;

	protected ServiceArea() {
	}

	@Override
	public String toString() {
		return this.key + ": service area name " + this.serviceAreaName + ", whole state rows " + this.wholeStateRows
				+ ", source rows " + this.sourceRows + ", source order " + this.sourceOrder;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String issuerId,
			String serviceAreaId) implements Serializable {
	}

}
