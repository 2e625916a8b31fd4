package io.planstream.consumer.benefit;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Benefits of plans by metal level; every benefit row.
 */
@Entity
@Immutable
@Table(name = "benefit_by_metal")
class BenefitByMetal {

	@EmbeddedId
	private Key key;

	@Embedded
	private Benefits benefits;

	@Embedded
	private Copay copay;

	@Embedded
	private CopayByDeductible copayByDeductible;

	@Embedded
	private Coinsurance coinsurance;

	@Embedded
	private CoinsuranceByDeductible coinsuranceByDeductible;

	protected BenefitByMetal() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.benefits + ", " + this.copay + ", " + this.copayByDeductible + ", "
				+ this.coinsurance + ", " + this.coinsuranceByDeductible;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String market,
			String coverage, String metalLevel, String benefit) implements Serializable {
	}

	/**
	 * What the rows say of the benefit. Base rows are those of base variants, so that a
	 * plan counts once.
	 */
	@Embeddable
	record Benefits(long benefitRows, long covered, long notCovered, long ehb, long stateMandate, long quantityLimited,
			long excludedFromMoop, long subjectToDeductible, long baseRows, long baseCovered, long baseEhb,
			long baseQuantityLimited) {
	}

	/**
	 * What members pay for each use; sums in cents.
	 */
	@Embeddable
	record Copay(long copayNoCharge, long copayAmounts, long copayCents, long copayPerDay, long copayPerDayCents,
			long copayPerStay, long copayPerStayCents, long copayAfterDeductible, long copayBeforeDeductible,
			long copayNotApplicable, long copayOther, long copayBlank) {
	}

	/**
	 * The amounts among them that say after or before the deductible; sums in cents.
	 */
	@Embeddable
	record CopayByDeductible(long copayAmountsAfter, long copayAmountsAfterCents, long copayAmountsBefore,
			long copayAmountsBeforeCents, long copayPerDayAfter, long copayPerDayAfterCents, long copayPerDayBefore,
			long copayPerDayBeforeCents, long copayPerStayAfter, long copayPerStayAfterCents, long copayPerStayBefore,
			long copayPerStayBeforeCents) {
	}

	/**
	 * The shares among them that say after or before the deductible; sums in basis
	 * points.
	 */
	@Embeddable
	record CoinsuranceByDeductible(long coinsuranceSharesAfter, long coinsuranceSharesAfterBp,
			long coinsuranceSharesBefore, long coinsuranceSharesBeforeBp) {
	}

	/**
	 * The share that members pay; the sum in basis points.
	 */
	@Embeddable
	record Coinsurance(long coinsuranceNoCharge, long coinsuranceShares,
			@Column(name = "coinsurance_bp") long coinsurance, long coinsuranceAfterDeductible,
			long coinsuranceBeforeDeductible, long coinsuranceNotApplicable, long coinsuranceOther,
			long coinsuranceBlank) {
	}

}
