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
 * Premiums by rating area; rate rows at ages 21, 40 and 60.
 */
@Entity
@Immutable
@Table(name = "rate_by_rating_area")
public class RateByRatingArea {

	@EmbeddedId
	private Key key;

	@Embedded
	private Premiums premiums;

	protected RateByRatingArea() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.premiums;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String market,
			String coverage, String metalLevel, String ratingArea, String age) implements Serializable {
	}

}
