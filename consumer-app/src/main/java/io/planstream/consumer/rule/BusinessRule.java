package io.planstream.consumer.rule;

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
 * A rule of an issuer, a product or a plan. Of several source rows for one key the first
 * by file and line stays.
 */
@Entity
@Immutable
@Table(name = "business_rule")
class BusinessRule {

	@EmbeddedId
	private Key key;

	@Embedded
	private Terms terms;

	private long sourceRows;

	private long sourceOrder;

	protected BusinessRule() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.terms + ", source rows " + this.sourceRows + ", source order " + this.sourceOrder;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String issuerId,
			String productId, String standardComponentId, String market, String coverage) implements Serializable {
	}

	/**
	 * What the rule says; without a limit of age or months there is none.
	 */
	@Embeddable
	record Terms(String rateDetermination, String twoParentDependents, String singleParentDependents,
			Integer dependentMaximumAge, String childrenOnlyChildren, String domesticPartnerAsSpouse,
			String sameSexPartnerAsSpouse, String ageDetermination, Integer tobaccoFreeMonths, String cohabitation) {
	}

}
