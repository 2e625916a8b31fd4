package io.planstream.model.businessrule;

import java.util.List;

import io.planstream.model.aggregate.Grain;
import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.AvroOut;
import io.planstream.model.dataset.Column;
import io.planstream.model.dataset.Columns;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.row.Reading;
import io.planstream.model.row.Row;

/**
 * How an issuer turns the rates of persons into the price of a family, a row of
 * {@code BusinessRules.csv}: 23 columns in 2014 to 2016, 16 in 2026. In 2014 most rules
 * are of an issuer or a product, later of a plan.
 *
 * @param businessYear plan year
 * @param stateCode state, two letters
 * @param issuerId issuer, five digits
 * @param productId product, or {@link #ALL}
 * @param standardComponentId plan, 14 characters, or {@link #ALL}
 * @param market market
 * @param coverage coverage
 * @param rateDetermination whether the rates of persons are added
 * @param twoParentDependents most dependents counted in a two-parent family
 * @param singleParentDependents most dependents counted in a single-parent family
 * @param dependentMaximumAge null where not applicable or not given
 * @param childrenOnlyChildren most children counted in a contract for children only
 * @param domesticPartnerAsSpouse {@code Yes}, {@code No} or {@code Unknown}
 * @param sameSexPartnerAsSpouse {@code Yes}, {@code No} or {@code Unknown}
 * @param ageDetermination the day that an age is taken at
 * @param tobaccoFreeMonths null where not applicable or not given
 * @param cohabitation who has to live in the household
 * @param rules bits of the rules that held while reading
 */
public record BusinessRuleRow(int businessYear, String stateCode, String issuerId, String productId,
		String standardComponentId, String market, String coverage, String rateDetermination,
		String twoParentDependents, String singleParentDependents, Integer dependentMaximumAge,
		String childrenOnlyChildren, String domesticPartnerAsSpouse, String sameSexPartnerAsSpouse,
		String ageDetermination, Integer tobaccoFreeMonths, String cohabitation, long rules) implements Row {

	/** Stands for a product or plan that is not given: the rule holds for all. */
	public static final String ALL = "All";

	private static final Columns DECLARED = new Columns();

	private static final int YEAR = DECLARED.needed("BusinessYear");

	private static final int STATE = DECLARED.needed("StateCode");

	private static final int ISSUER = DECLARED.needed("IssuerId");

	private static final int PRODUCT = DECLARED.needed("ProductId");

	private static final int COMPONENT = DECLARED.needed("StandardComponentId");

	private static final int AGE_DETERMINATION = DECLARED.needed("AgeDeterminationRule");

	private static final int COHABITATION = DECLARED.needed("CohabitationRule");

	private static final int MAXIMUM_AGE = DECLARED.needed("DependentMaximumAgRule", "DependentMaximumAgeRule");

	private static final int RATE_DETERMINATION = DECLARED.optional("EnrolleeContractRateDeterminationRule");

	private static final int TWO_PARENT = DECLARED.optional("TwoParentFamilyMaxDependentsRule");

	private static final int SINGLE_PARENT = DECLARED.optional("SingleParentFamilyMaxDependentsRule");

	private static final int CHILDREN_ONLY = DECLARED.optional("ChildrenOnlyContractMaxChildrenRule");

	private static final int DOMESTIC_PARTNER = DECLARED.optional("DomesticPartnerAsSpouseIndicator");

	private static final int SAME_SEX_PARTNER = DECLARED.optional("SameSexPartnerAsSpouseIndicator");

	private static final int TOBACCO_FREE = DECLARED.optional("MinimumTobaccoFreeMonthsRule");

	private static final int MARKET = DECLARED.optional("MarketCoverage");

	private static final int DENTAL_ONLY = DECLARED.optional("DentalOnlyPlan", "DentalOnly");

	private static final int SECOND_ISSUER = DECLARED.optional("IssuerId2");

	private static final int IMPORTED = DECLARED.optional("ImportDate");

	/** What is read. */
	public static final List<Column> COLUMNS = DECLARED.list();

	/** Where it is kept. */
	public static final List<Grain<BusinessRuleRow>> TABLES = List.of(Grain.<BusinessRuleRow>of("business_rule")
		.key("issuer_id", BusinessRuleRow::issuerId)
		.key("product_id", BusinessRuleRow::productId)
		.key("standard_component_id", BusinessRuleRow::standardComponentId)
		.key("market", BusinessRuleRow::market)
		.key("coverage", BusinessRuleRow::coverage)
		.first("rate_determination", BusinessRuleRow::rateDetermination)
		.first("two_parent_dependents", BusinessRuleRow::twoParentDependents)
		.first("single_parent_dependents", BusinessRuleRow::singleParentDependents)
		.first("dependent_maximum_age", BusinessRuleRow::dependentMaximumAge)
		.first("children_only_children", BusinessRuleRow::childrenOnlyChildren)
		.first("domestic_partner_as_spouse", BusinessRuleRow::domesticPartnerAsSpouse)
		.first("same_sex_partner_as_spouse", BusinessRuleRow::sameSexPartnerAsSpouse)
		.first("age_determination", BusinessRuleRow::ageDetermination)
		.first("tobacco_free_months", BusinessRuleRow::tobaccoFreeMonths)
		.first("cohabitation", BusinessRuleRow::cohabitation)
		.count("source_rows")
		.build());

	/**
	 * Reads a row.
	 * @param values the values of a record
	 * @return the row
	 */
	public static BusinessRuleRow of(Reading values) {
		int year = values.year(YEAR);
		String state = values.needed(STATE, 16);
		String issuer = values.issuer(ISSUER);
		String product = values.text(PRODUCT, 40, ALL);
		String component = values.text(COMPONENT, 40, ALL);
		values.lookAtIssuer(issuer, SECOND_ISSUER);
		values.lookAtDate(IMPORTED);
		if (!component.equals(ALL)) {
			values.lookAtPlan(component, issuer, state);
		}
		return new BusinessRuleRow(year, state, issuer, product, component, values.market(MARKET),
				values.coverage(DENTAL_ONLY), values.text(RATE_DETERMINATION, 200), values.text(TWO_PARENT, 40),
				values.text(SINGLE_PARENT, 40), values.wholeIfAny(MAXIMUM_AGE), values.text(CHILDREN_ONLY, 40),
				values.yesNo(DOMESTIC_PARTNER), values.yesNo(SAME_SEX_PARTNER), values.text(AGE_DETERMINATION, 200),
				values.wholeIfAny(TOBACCO_FREE), values.text(COHABITATION, 1000), values.rules());
	}

	/**
	 * Reads what {@link #writeTo} wrote.
	 * @param in stands before it
	 * @return the row
	 */
	public static BusinessRuleRow read(AvroIn in) {
		return new BusinessRuleRow(in.integer(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(),
				in.text(), in.text(), in.text(), in.nullableInteger(), in.text(), in.text(), in.text(), in.text(),
				in.nullableInteger(), in.text(), in.number());
	}

	@Override
	public void writeTo(AvroOut out) {
		out.number(this.businessYear);
		out.text(this.stateCode);
		out.text(this.issuerId);
		out.text(this.productId);
		out.text(this.standardComponentId);
		out.text(this.market);
		out.text(this.coverage);
		out.text(this.rateDetermination);
		out.text(this.twoParentDependents);
		out.text(this.singleParentDependents);
		out.nullable(this.dependentMaximumAge);
		out.text(this.childrenOnlyChildren);
		out.text(this.domesticPartnerAsSpouse);
		out.text(this.sameSexPartnerAsSpouse);
		out.text(this.ageDetermination);
		out.nullable(this.tobaccoFreeMonths);
		out.text(this.cohabitation);
		out.number(this.rules);
	}

	@Override
	public Dataset dataset() {
		return Dataset.BUSINESS_RULES;
	}

}
