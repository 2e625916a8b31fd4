package io.planstream.model.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.planstream.model.csv.Fields;
import io.planstream.model.dataset.Column;

/**
 * Reads the rows of {@code PlanAttributes.csv}: 176 columns in the Kaggle file, 126 to
 * 152 in the yearly ones.
 */
public final class PlanRowParser implements RowParser {

	private static final int YEAR = 0;

	private static final int STATE = 1;

	private static final int ISSUER = 2;

	private static final int PLAN = 3;

	private static final int COMPONENT = 4;

	private static final int NAME = 5;

	private static final int METAL_LEVEL = 6;

	private static final int PLAN_TYPE = 7;

	private static final int MARKET = 8;

	private static final int DENTAL_ONLY = 9;

	private static final int CSR_VARIATION = 10;

	private static final int NETWORK = 11;

	private static final int SERVICE_AREA = 12;

	private static final int PRODUCT = 13;

	private static final int HSA = 14;

	private static final int NEW = 15;

	private static final int ISSUER_VALUE = 16;

	private static final int CALCULATED_VALUE = 17;

	private static final int EFFECTIVE = 18;

	private static final int EXPIRATION = 19;

	private static final int DEDUCTIBLES_INTEGRATED = 20;

	private static final int MAXIMA_INTEGRATED = 21;

	private static final int DEDUCTIBLES = 22;

	private static final int MAXIMA = DEDUCTIBLES + AmountColumns.COUNT;

	/** What is read, in the order of the indexes above. */
	public static final List<Column> COLUMNS = columns();

	private final AmountColumns deductibles = new AmountColumns(DEDUCTIBLES);

	private final AmountColumns maxima = new AmountColumns(MAXIMA);

	private static List<Column> columns() {
		List<Column> columns = new ArrayList<>(List.of(Column.needed("BusinessYear"), Column.needed("StateCode"),
				Column.needed("IssuerId"), Column.needed("PlanId"), Column.needed("StandardComponentId"),
				Column.needed("PlanMarketingName"), Column.needed("MetalLevel"), Column.needed("PlanType"),
				Column.needed("MarketCoverage"), Column.needed("DentalOnlyPlan", "DentalOnly"),
				Column.needed("CSRVariationType"), Column.needed("NetworkId"), Column.needed("ServiceAreaId"),
				Column.optional("HIOSProductId"), Column.optional("IsHSAEligible"), Column.optional("IsNewPlan"),
				Column.optional("IssuerActuarialValue"), Column.optional("AVCalculatorOutputNumber"),
				Column.optional("PlanEffictiveDate", "PlanEffectiveDate"), Column.optional("PlanExpirationDate"),
				Column.optional("MedicalDrugDeductiblesIntegrated"),
				Column.optional("MedicalDrugMaximumOutofPocketIntegrated")));
		columns.addAll(AmountColumns.named("EHBDed", ""));
		columns.addAll(AmountColumns.named("EHB", "MOOP"));
		return List.copyOf(columns);
	}

	@Override
	public ParsedRow parse(Fields fields) {
		if (!fields.complete()) {
			return new ParsedRow.Rejected(fields.problem());
		}
		int year = fields.year(YEAR);
		String state = fields.neededText(STATE, 16);
		String plan = fields.neededText(PLAN, 40);
		String component = fields.neededText(COMPONENT, 40);
		PlanFacts facts = facts(fields);
		Reading amounts = new Reading(fields);
		PlanRow row = new PlanRow(year, state, text(fields, ISSUER, 16), plan, component, text(fields, PRODUCT, 40),
				text(fields, NAME, 400), facts, text(fields, CSR_VARIATION, 120), variant(plan),
				text(fields, NETWORK, 40), text(fields, SERVICE_AREA, 40), yesNo(text(fields, HSA, 40)),
				text(fields, NEW, 16), amounts.actuarialValue(ISSUER_VALUE, CALCULATED_VALUE),
				this.deductibles.read(amounts, yesNo(text(fields, DEDUCTIBLES_INTEGRATED, 40))),
				this.maxima.read(amounts, yesNo(text(fields, MAXIMA_INTEGRATED, 40))), amounts.day(EFFECTIVE),
				amounts.day(EXPIRATION), amounts.rules());
		return (fields.problem() != null) ? new ParsedRow.Rejected(fields.problem()) : row;
	}

	private static PlanFacts facts(Fields fields) {
		String market = text(fields, MARKET, 40);
		if (!market.equals("Individual") && !market.equals("SHOP (Small Group)")) {
			market = PlanFacts.UNKNOWN_TEXT;
		}
		String coverage = switch (yesNo(text(fields, DENTAL_ONLY, 40))) {
			case "Yes" -> "Dental";
			case "No" -> "Medical";
			default -> PlanFacts.UNKNOWN_TEXT;
		};
		return new PlanFacts(text(fields, METAL_LEVEL, 40), text(fields, PLAN_TYPE, 40), market, coverage);
	}

	private static String text(Fields fields, int column, int limit) {
		return fields.text(column, limit, PlanFacts.UNKNOWN_TEXT);
	}

	private static String yesNo(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "yes" -> "Yes";
			case "no" -> "No";
			default -> PlanFacts.UNKNOWN_TEXT;
		};
	}

	private static int variant(String planId) {
		int dash = planId.lastIndexOf('-');
		if (dash < 0 || dash + 1 == planId.length() || planId.length() - dash > 9) {
			return -1;
		}
		int variant = 0;
		for (int i = dash + 1; i < planId.length(); i++) {
			char c = planId.charAt(i);
			if (c < '0' || c > '9') {
				return -1;
			}
			variant = variant * 10 + c - '0';
		}
		return variant;
	}

}
