package io.planstream.model.plan;

import java.util.List;
import java.util.stream.Stream;

import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.AvroOut;
import io.planstream.model.dataset.Column;
import io.planstream.model.dataset.Columns;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.row.Reading;
import io.planstream.model.row.Row;

/**
 * A variant of a plan, a row of {@code PlanAttributes.csv}: 176 columns in the Kaggle
 * file, 126 to 152 in the yearly ones. Texts that are not given are {@code Unknown},
 * numbers and dates null.
 *
 * @param businessYear plan year
 * @param stateCode state, two letters
 * @param issuerId issuer, five digits
 * @param planId standard component id, dash and variant, 17 characters
 * @param standardComponentId what rates name, 14 characters
 * @param productId issuer, state and product, 10 characters
 * @param planName marketing name
 * @param facts what other rows borrow
 * @param csrVariation cost-sharing reduction in words
 * @param variant the number after the dash of {@code planId}, or {@link Variant#NONE}
 * @param baseVariant whether this variant stands for the plan
 * @param networkId network, local to the issuer
 * @param serviceAreaId service area, local to the issuer
 * @param hsaEligible {@code Yes}, {@code No} or {@code Unknown}
 * @param newPlan {@code New}, {@code Existing} or {@code Unknown}
 * @param actuarialValue the issuer's, else the calculator's, in basis points
 * @param deductible deductibles
 * @param outOfPocketMaximum maxima out of pocket
 * @param effectiveDay days since 1970-01-01
 * @param expirationDay days since 1970-01-01
 * @param rules bits of the rules that held while reading
 */
public record PlanRow(int businessYear, String stateCode, String issuerId, String planId, String standardComponentId,
		String productId, String planName, PlanFacts facts, String csrVariation, int variant, boolean baseVariant,
		String networkId, String serviceAreaId, String hsaEligible, String newPlan, Integer actuarialValue,
		PlanAmounts deductible, PlanAmounts outOfPocketMaximum, Integer effectiveDay, Integer expirationDay,
		long rules) implements Row {

	private static final Columns DECLARED = new Columns();

	private static final int YEAR = DECLARED.needed("BusinessYear");

	private static final int STATE = DECLARED.needed("StateCode");

	private static final int ISSUER = DECLARED.needed("IssuerId");

	private static final int PLAN = DECLARED.needed("PlanId");

	private static final int COMPONENT = DECLARED.needed("StandardComponentId");

	private static final int NAME = DECLARED.needed("PlanMarketingName");

	private static final int METAL_LEVEL = DECLARED.needed("MetalLevel");

	private static final int PLAN_TYPE = DECLARED.needed("PlanType");

	private static final int MARKET = DECLARED.needed("MarketCoverage");

	private static final int DENTAL_ONLY = DECLARED.needed("DentalOnlyPlan", "DentalOnly");

	private static final int CSR_VARIATION = DECLARED.needed("CSRVariationType");

	private static final int NETWORK = DECLARED.needed("NetworkId");

	private static final int SERVICE_AREA = DECLARED.needed("ServiceAreaId");

	private static final int SECOND_ISSUER = DECLARED.optional("IssuerId2");

	private static final int IMPORTED = DECLARED.optional("ImportDate");

	private static final int PRODUCT = DECLARED.optional("HIOSProductId");

	private static final int HSA = DECLARED.optional("IsHSAEligible");

	private static final int NEW = DECLARED.optional("IsNewPlan");

	private static final List<String> NEW_OR_EXISTING = List.of("New", "Existing");

	private static final int ISSUERS_VALUE = DECLARED.optional("IssuerActuarialValue");

	private static final int CALCULATED_VALUE = DECLARED.optional("AVCalculatorOutputNumber");

	private static final int EFFECTIVE = DECLARED.optional("PlanEffictiveDate", "PlanEffectiveDate");

	private static final int EXPIRATION = DECLARED.optional("PlanExpirationDate");

	/** No table holds them; they are looked at because the rules are about them. */
	private static final List<Column> YES_NO = Stream
		.of("NationalNetwork", "OutOfCountryCoverage", "OutOfServiceAreaCoverage", "IsNoticeRequiredForPregnancy",
				"IsReferralRequiredForSpecialist", "UniquePlanDesign", "WellnessProgramOffered",
				"CompositeRatingOffered", "MultipleInNetworkTiers", "HSAOrHRAEmployerContribution")
		.map(Column::optional)
		.toList();

	private static final int FIRST_YES_NO = DECLARED.addAll(YES_NO);

	private static final int DEDUCTIBLES_INTEGRATED = DECLARED.optional("MedicalDrugDeductiblesIntegrated");

	private static final int MAXIMA_INTEGRATED = DECLARED.optional("MedicalDrugMaximumOutofPocketIntegrated");

	private static final AmountColumns DEDUCTIBLES = new AmountColumns(
			DECLARED.addAll(AmountColumns.named("EHBDed", "")));

	private static final AmountColumns MAXIMA = new AmountColumns(DECLARED.addAll(AmountColumns.named("EHB", "MOOP")));

	/** What is read. */
	public static final List<Column> COLUMNS = DECLARED.list();

	/**
	 * Reads a row.
	 * @param values the values of a record
	 * @param plans tells which variant stands for the plan
	 * @return the row
	 */
	public static PlanRow of(Reading values, PlanIndex plans) {
		int year = values.year(YEAR);
		String state = values.needed(STATE, 16);
		String issuer = values.issuer(ISSUER);
		String plan = values.needed(PLAN, 40);
		String component = values.needed(COMPONENT, 40);
		int variant = Variant.of(plan);
		PlanFacts facts = new PlanFacts(values.text(METAL_LEVEL, 40), values.text(PLAN_TYPE, 40), values.market(MARKET),
				values.coverage(DENTAL_ONLY));
		values.lookAtIssuer(issuer, SECOND_ISSUER);
		values.lookAtPlan(component, issuer, state);
		values.lookAtPlan(plan, issuer, state);
		values.lookAtDate(IMPORTED);
		for (int column = FIRST_YES_NO; column < FIRST_YES_NO + YES_NO.size(); column++) {
			values.yesNo(column);
		}
		return new PlanRow(year, state, issuer, plan, component, values.text(PRODUCT, 40), values.text(NAME, 400),
				facts, values.text(CSR_VARIATION, 120), variant, plans.isBase(year, component, variant),
				values.text(NETWORK, 40), values.text(SERVICE_AREA, 40), values.yesNo(HSA),
				values.listed(NEW, NEW_OR_EXISTING), actuarialValue(values),
				DEDUCTIBLES.read(values, values.yesNo(DEDUCTIBLES_INTEGRATED)),
				MAXIMA.read(values, values.yesNo(MAXIMA_INTEGRATED)), values.day(EFFECTIVE), values.day(EXPIRATION),
				values.rules());
	}

	private static Integer actuarialValue(Reading values) {
		Integer issuers = values.share(ISSUERS_VALUE);
		return (issuers != null) ? issuers : values.share(CALCULATED_VALUE);
	}

	/**
	 * Reads what {@link #writeTo} wrote.
	 * @param in stands before it
	 * @return the row
	 */
	public static PlanRow read(AvroIn in) {
		return new PlanRow(in.integer(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(),
				PlanFacts.read(in), in.text(), in.integer(), in.flag(), in.text(), in.text(), in.text(), in.text(),
				in.nullableInteger(), PlanAmounts.read(in), PlanAmounts.read(in), in.nullableInteger(),
				in.nullableInteger(), in.number());
	}

	@Override
	public void writeTo(AvroOut out) {
		out.number(this.businessYear);
		out.text(this.stateCode);
		out.text(this.issuerId);
		out.text(this.planId);
		out.text(this.standardComponentId);
		out.text(this.productId);
		out.text(this.planName);
		this.facts.writeTo(out);
		out.text(this.csrVariation);
		out.number(this.variant);
		out.flag(this.baseVariant);
		out.text(this.networkId);
		out.text(this.serviceAreaId);
		out.text(this.hsaEligible);
		out.text(this.newPlan);
		out.nullable(this.actuarialValue);
		this.deductible.writeTo(out);
		this.outOfPocketMaximum.writeTo(out);
		out.nullable(this.effectiveDay);
		out.nullable(this.expirationDay);
		out.number(this.rules);
	}

	@Override
	public Dataset dataset() {
		return Dataset.PLAN_ATTRIBUTES;
	}

}
