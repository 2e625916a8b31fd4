package io.planstream.model.benefit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.planstream.model.benefit.BenefitRow.Listing;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Column;
import io.planstream.model.dataset.Columns;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.plan.PlanIndex;
import io.planstream.model.plan.Variant;
import io.planstream.model.row.DataRule;
import io.planstream.model.row.Reading;
import io.planstream.model.row.RowReader;

/**
 * Reads the rows of {@code BenefitsCostSharing.csv}: 32 columns in 2014 and 2015, 30 in
 * 2016, 24 later. Names and cost sharing are few texts in millions of rows: what they
 * mean is looked up. For one thread.
 */
public final class BenefitReader implements RowReader {

	private static final Columns DECLARED = new Columns();

	private static final int YEAR = DECLARED.needed("BusinessYear");

	private static final int STATE = DECLARED.needed("StateCode");

	private static final int ISSUER = DECLARED.needed("IssuerId");

	private static final int PLAN = DECLARED.needed("PlanId");

	private static final int COMPONENT = DECLARED.needed("StandardComponentId");

	private static final int NAME = DECLARED.needed("BenefitName");

	private static final int COVERED = DECLARED.needed("IsCovered");

	private static final int COPAY = DECLARED.needed("CopayInnTier1");

	private static final int COINSURANCE = DECLARED.needed("CoinsInnTier1");

	private static final int EHB = DECLARED.needed("IsEHB");

	private static final int STATE_MANDATE = DECLARED.optional("IsStateMandate");

	private static final int QUANTITY_LIMITED = DECLARED.optional("QuantLimitOnSvc");

	private static final int EXCLUDED = DECLARED.optional("IsExclFromInnMOOP");

	private static final int SUBJECT_TO_DEDUCTIBLE = DECLARED.optional("IsSubjToDedTier1");

	/** No table holds them; they are looked at because the rules are about them. */
	private static final int EXCLUDED_OUT_OF_NETWORK = DECLARED.optional("IsExclFromOonMOOP");

	private static final int SUBJECT_TO_DEDUCTIBLE_2 = DECLARED.optional("IsSubjToDedTier2");

	private static final int SECOND_ISSUER = DECLARED.optional("IssuerId2");

	private static final int IMPORTED = DECLARED.optional("ImportDate");

	/** What is read. */
	public static final List<Column> COLUMNS = DECLARED.list();

	private static final List<String> COVERED_OR_NOT = List.of("Covered", "Not Covered");

	/** More texts than the data set has; a hostile file cannot fill the memory. */
	private static final int REMEMBERED = 4096;

	private final PlanIndex plans;

	private final Map<String, String> names = new HashMap<>();

	private final Map<String, Words> costs = new HashMap<>();

	/**
	 * A reader.
	 * @param plans tells what a row borrows from its plan
	 */
	public BenefitReader(PlanIndex plans) {
		this.plans = plans;
	}

	@Override
	public BenefitRow read(Reading values) {
		int year = values.year(YEAR);
		String state = values.needed(STATE, 16);
		String issuer = values.issuer(ISSUER);
		String plan = values.needed(PLAN, 40);
		String component = values.needed(COMPONENT, 40);
		String original = values.needed(NAME, 200);
		String name = remembered(this.names, original, BenefitName::normalised);
		if (name.isEmpty()) {
			values.problem(Problem.Reason.MISSING_VALUE, NAME, "holds neither letter nor digit");
		}
		values.lookAtIssuer(issuer, SECOND_ISSUER);
		values.lookAtPlan(plan, issuer, state);
		values.lookAtDate(IMPORTED);
		values.yesNo(EXCLUDED_OUT_OF_NETWORK);
		values.yesNo(SUBJECT_TO_DEDUCTIBLE_2);
		PlanFacts facts = this.plans.facts(year, component);
		boolean base = this.plans.isBase(year, component, Variant.of(plan));
		return new BenefitRow(year, state, issuer, plan, component, name, original, listing(values), yes(values, EHB),
				yes(values, STATE_MANDATE), yes(values, QUANTITY_LIMITED), yes(values, EXCLUDED),
				yes(values, SUBJECT_TO_DEDUCTIBLE), base, cost(values, COPAY), cost(values, COINSURANCE),
				values.rules(), facts);
	}

	private static Listing listing(Reading values) {
		return switch (values.listed(COVERED, COVERED_OR_NOT)) {
			case "Covered" -> Listing.COVERED;
			case "Not Covered" -> Listing.NOT_COVERED;
			default -> Listing.NOT_SAID;
		};
	}

	private CostSharing cost(Reading values, int column) {
		Words words = remembered(this.costs, values.text(column, 1000, ""), Words::of);
		words.rules().forEach(values::note);
		return words.cost();
	}

	private static boolean yes(Reading values, int column) {
		return values.yesNo(column).equals("Yes");
	}

	private static <T> T remembered(Map<String, T> known, String text, Function<String, T> meaning) {
		T value = known.get(text);
		if (value == null) {
			if (known.size() >= REMEMBERED) {
				known.clear();
			}
			value = meaning.apply(text);
			known.put(text, value);
		}
		return value;
	}

	/** What a text says, and the rules that hold for it. */
	private record Words(CostSharing cost, List<DataRule> rules) {

		static Words of(String text) {
			CostSharing cost = CostSharing.parse(text);
			boolean rounds = CostSharing.rounds(text);
			return new Words(cost, switch (cost.kind()) {
				case AMOUNT, AMOUNT_PER_DAY, AMOUNT_PER_STAY ->
					rules(DataRule.MONEY_TEXT, rounds, DataRule.ROUNDED_TO_CENTS);
				case SHARE -> rules(DataRule.PERCENT_TEXT, rounds, DataRule.ROUNDED_TO_BASIS_POINTS);
				case OTHER -> List.of(DataRule.COST_SHARING_NOT_UNDERSTOOD);
				default -> List.of();
			});
		}

		private static List<DataRule> rules(DataRule always, boolean rounds, DataRule rounding) {
			return rounds ? List.of(always, rounding) : List.of(always);
		}

	}

}
