package io.planstream.generator.attributes;

import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Filing;
import io.planstream.generator.market.MetalLevel;
import io.planstream.generator.market.Plan;

/**
 * Fills the columns that say which plan variant a row is about: ids, year, state, issuer,
 * level, type, market, dates.
 */
final class PlanIdentity {

	private final AttributeRow row;

	private final Plan plan;

	private final Draws draws;

	PlanIdentity(AttributeRow row, Plan plan, Draws draws) {
		this.row = row;
		this.plan = plan;
		this.draws = draws;
	}

	void fill(Filing filing, int rowNumber) {
		fillIds();
		fillKind();
		fillDates();
		this.row.set(filing.source(), "SourceName");
		this.row.set(Integer.toString(filing.version()), "VersionNum");
		this.row.set(this.plan.year().isLast() ? filing.americanImportDate() : filing.importDate(), "ImportDate");
		this.row.set(Integer.toString(rowNumber), "RowNumber");
		this.row.set(Integer.toString(1 + this.draws.below(1 + this.draws.below(20))), "BenefitPackageId");
	}

	void fillVariant(int variant) {
		this.row.set(this.plan.id() + "-0" + variant, "PlanId");
		this.row.set(variation(variant), "CSRVariationType");
	}

	private void fillIds() {
		String state = this.plan.state().name();
		this.row.set(Integer.toString(this.plan.year().number()), "BusinessYear");
		this.row.set(state, "StateCode", "StateCode2");
		this.row.set(Integer.toString(this.plan.issuer().id()), "IssuerId", "IssuerId2");
		this.row.set(this.plan.issuer().taxId(), "TIN");
		this.row.set(this.plan.id(), "StandardComponentId");
		this.row.set(this.plan.id().substring(0, 10), "HIOSProductId");
		if (this.draws.chance(153)) {
			this.row.set("7" + this.draws.between(100_000_000, 999_999_999) + ".0", "HPID");
		}
	}

	private void fillKind() {
		this.row.set(this.plan.kind().metal().label(), "MetalLevel");
		this.row.set(this.plan.kind().shop() ? "SHOP (Small Group)" : "Individual", "MarketCoverage");
		this.row.set(this.plan.kind().category().isDental() ? "Yes" : "No", "DentalOnlyPlan");
		this.row.set(this.draws.chance(360) ? "New" : "Existing", "IsNewPlan");
		this.row.set(exchange(), "QHPNonQHPTypeId");
		this.row.set(offering(), "ChildOnlyOffering");
		if (this.plan.year().isLast()) {
			this.row.set(this.draws.chance(65) ? "Yes" : "No", "CompositeRatingOffered");
		}
	}

	private String exchange() {
		boolean off = this.plan.variants().contains(0);
		boolean on = this.plan.variants().contains(1);
		if (off && on) {
			return "Both";
		}
		return on ? "On the Exchange" : "Off the Exchange";
	}

	private String offering() {
		if (this.plan.rates().adults().isChildOnly()) {
			return "Allows Child-Only";
		}
		if (this.draws.chance(10)) {
			return "Allows Adult-Only";
		}
		return this.draws.chance(4) ? "Allows Adult and Child-only" : "Allows Adult and Child-Only";
	}

	private void fillDates() {
		int year = this.plan.year().number();
		if (this.plan.year().isLast()) {
			this.row.set(this.draws.chance(1) ? "1/1/2013" : "1/1/" + year, "PlanEffictiveDate");
			this.row.set(switch (this.draws.weighted(624, 333, 38, 5)) {
				case 0 -> "";
				case 1 -> "12/31/" + year;
				case 2 -> "1/1/" + (year + 1);
				default -> "12/31/2050";
			}, "PlanExpirationDate");
			return;
		}
		this.row.set(switch (this.draws.weighted(1997, 2, 1)) {
			case 0 -> year + "-01-01";
			case 1 -> "2005-01-01";
			default -> "0001-01-01";
		}, "PlanEffictiveDate");
		this.row.set(switch (this.draws.weighted(600, 395, 5)) {
			case 0 -> "";
			case 1 -> year + "-12-31";
			default -> "2050-12-31";
		}, "PlanExpirationDate");
	}

	private String variation(int variant) {
		MetalLevel metal = this.plan.kind().metal();
		return switch (variant) {
			case 0 -> "Standard " + metal.label() + " Off Exchange Plan";
			case 1 ->
				this.draws.chance(3) ? "Standard  On Exchange Plan" : "Standard " + metal.label() + " On Exchange Plan";
			case 2 -> "Zero Cost Sharing Plan Variation";
			case 3 -> "Limited Cost Sharing Plan Variation";
			case 4 -> "73% AV Level Silver Plan";
			case 5 -> "87% AV Level Silver Plan";
			case 6 -> "94% AV Level Silver Plan";
			default -> throw new IllegalArgumentException("No such variant: " + variant);
		};
	}

}
