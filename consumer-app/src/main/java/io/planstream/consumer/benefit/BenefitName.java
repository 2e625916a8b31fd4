package io.planstream.consumer.benefit;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A spelling of a benefit in the files; every benefit row.
 */
@Entity
@Immutable
@Table(name = "benefit_name")
class BenefitName {

	@EmbeddedId
	private Key key;

	private long benefitRows;

	protected BenefitName() {
	}

	@Override
	public String toString() {
		return this.key + ": benefit rows " + this.benefitRows;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String benefit,
			String originalName) implements Serializable {
	}

}
