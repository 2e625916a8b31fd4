package io.planstream.consumer.plan;

import java.io.Serializable;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A plan variant. Of several source rows for one key the first by file and line stays.
 */
@Entity
@Immutable
@Table(name = "plan")
class Plan {

	@EmbeddedId
	private Key key;

	private String stateCode;

	private String issuerId;

	private String standardComponentId;

	private String productId;

	private String planName;

	private String metalLevel;

	private String planType;

	private String market;

	private String coverage;

	private String csrVariation;

	private int csrVariant;

	private boolean baseVariant;

	private String networkId;

	private String serviceAreaId;

	private String hsaEligible;

	private String newPlan;

	@Column(name = "actuarial_value_bp")
	private Integer actuarialValue;

	private Long deductibleIndividualCents;

	private Long deductibleFamilyCents;

	private Long deductibleMedicalIndividualCents;

	private Long deductibleDrugIndividualCents;

	private Long deductibleMedicalFamilyCents;

	private Long deductibleDrugFamilyCents;

	private Long moopIndividualCents;

	private Long moopFamilyCents;

	private Long moopMedicalIndividualCents;

	private Long moopDrugIndividualCents;

	private Long moopMedicalFamilyCents;

	private Long moopDrugFamilyCents;

	private LocalDate effectiveDate;

	private LocalDate expirationDate;

	private long sourceRows;

	private long sourceOrder;

	protected Plan() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.planName + ", " + this.sourceRows + " rows";
	}

	/**
	 * Names a plan variant.
	 *
	 * @param runId the run
	 * @param businessYear the plan year
	 * @param planId 17 characters
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String planId) implements Serializable {
	}

}
