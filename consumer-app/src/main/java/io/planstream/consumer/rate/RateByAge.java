package io.planstream.consumer.rate;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Premiums by age and tobacco preference; every rate row.
 */
@Entity
@Immutable
@Table(name = "rate_by_age")
public class RateByAge {

	@EmbeddedId
	private Key key;

	@Embedded
	private Premiums premiums;

	private long tobaccoRates;

	private long tobaccoSetAside;

	private long tobaccoCents;

	private long tobaccoBaseCents;

	protected RateByAge() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.premiums + ", tobacco " + this.tobaccoRates + " rates, " + this.tobaccoSetAside
				+ " set aside, " + this.tobaccoCents + " cents against " + this.tobaccoBaseCents;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String market,
			String coverage, String metalLevel, String age, String tobacco) implements Serializable {
	}

}
