package io.planstream.generator.attributes;

import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Plan;

/**
 * Fills the columns of free text: names, addresses, exclusions, coverage abroad. Some
 * have commas, quotes and line breaks in them, some apostrophes that were decoded in the
 * wrong character set, as in the published files.
 */
final class PlanTexts {

	// What "right single quotation mark" became.
	private static final String UTF_8_AS_LATIN_1 = "\u00e2\u0080\u0099";

	private static final String WINDOWS_AS_LATIN_1 = "\u0092";

	private static final String PROGRAMS = "Asthma, Heart Disease, Depression, Diabetes, "
			+ "High Blood Pressure & High Cholesterol, Low Back Pain, Pregnancy, Weight Loss Programs";

	private static final String EXCLUSIONS = """
			1) Care that is cosmetic in nature (for example, but not limited to, bleaching, veneers, and the \
			personalization of crowns, bridges and/or dentures);
			2) services payable under another plan, "no-fault" insurance or a workers' compensation law;
			3) experimental or investigational treatment;
			4) care not accepted by the profession's standards. This list is not complete, see the certificate.""";

	private final AttributeRow row;

	private final Plan plan;

	private final Draws draws;

	private final String site;

	PlanTexts(AttributeRow row, Plan plan, Draws draws) {
		this.row = row;
		this.plan = plan;
		this.draws = draws;
		this.site = "https://www.issuer-" + plan.issuer().id() + ".example/";
	}

	void fill() {
		fillNames();
		fillAddresses();
		fillCoverage();
		if (this.draws.chance(118)) {
			this.row.set(exclusions(), "PlanLevelExclusions");
		}
	}

	private void fillNames() {
		String kind = this.plan.kind().metal().label();
		String type = this.plan.kind().type().label();
		String number = Integer.toString(100 * this.draws.between(1, 70));
		String name = switch (this.draws.weighted(40, 25, 15, 12, 5, 3)) {
			case 0 -> "Blue Harbor " + kind + " " + type + " " + number;
			case 1 -> "Prairie Health " + type + " " + kind;
			case 2 -> "Simple+ " + kind + " " + number + ", " + type;
			case 3 -> kind + " Choice " + number + "/" + this.draws.oneOf("20%", "30%", "$0");
			case 4 -> "Nature" + apostrophe() + "s " + kind + " Plan (" + type + ")";
			default -> "The \"" + kind + "\" Plan, with Dental";
		};
		this.row.set(name, "PlanMarketingName");
	}

	private void fillAddresses() {
		String plan = this.plan.state() + "/" + this.plan.year().number() + "/" + this.plan.id();
		if (this.draws.chance(800)) {
			this.row.set(this.site + "plans/" + plan + "/brochure.pdf", "PlanBrochure");
		}
		if (this.draws.chance(790)) {
			this.row.set(this.site + "summary-of-benefits-and-coverage/" + plan + ".pdf",
					"URLForSummaryofBenefitsCoverage");
		}
		if (this.draws.chance(635)) {
			this.row.set(this.site + "payment/enrollment?state=" + this.plan.state(), "URLForEnrollmentPayment");
		}
		if (!this.plan.kind().category().isDental()) {
			this.row.set(this.plan.state() + "F00" + this.draws.between(1, 9), "FormularyId");
			this.row.set(this.site + "formulary/" + this.plan.year().number() + "/drug-list?plan=" + this.plan.id(),
					"FormularyURL");
			this.row.set(this.draws.chance(60) ? "Asthma, Diabetes" : PROGRAMS, "DiseaseManagementProgramsOffered");
		}
	}

	private void fillCoverage() {
		boolean abroad = this.draws.chance(680);
		this.row.set(abroad ? "Yes" : "No", "OutOfCountryCoverage");
		if (abroad) {
			this.row.set(this.draws.oneOf("Emergency Only", "Emergency & Urgent Care Only",
					"We convert the currency to U.S. dollars, based on the rate of the day. We use the member"
							+ apostrophe() + "s address to find the usual charge, and \"reasonable\" ones only."),
					"OutOfCountryCoverageDescription");
		}
		boolean away = this.draws.chance(900);
		this.row.set(away ? "Yes" : "No", "OutOfServiceAreaCoverage");
		if (away) {
			this.row.set(this.draws.oneOf("Nationwide Coverage", "Same Benefit Level", "National Network",
					"Coverage outside our service area is available for Emergency and Urgent Care services only."),
					"OutOfServiceAreaCoverageDescription");
		}
	}

	private String exclusions() {
		String text = switch (this.draws.weighted(45, 20, 20, 15)) {
			case 0 -> EXCLUSIONS;
			case 1 -> "Only services listed in the contract are covered.";
			case 2 -> "Acupuncture, Custodial Care, Weight Loss Programs";
			default -> "See the member" + apostrophe() + "s policy, \"Exclusions\", for more.";
		};
		return this.draws.chance(60) ? (text + "\n").repeat(1 + 1200 / text.length()) : text;
	}

	private String apostrophe() {
		if (this.plan.year() == BusinessYear.Y2014) {
			return UTF_8_AS_LATIN_1;
		}
		return this.plan.year().isLast() ? WINDOWS_AS_LATIN_1 : "'";
	}

}
