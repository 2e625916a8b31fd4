package io.planstream.generator.businessrule;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.planstream.generator.csv.CsvFile;
import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Census;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Filing;
import io.planstream.generator.market.Purpose;

/**
 * {@code BusinessRules.csv}: in the first year rules of issuers, products and plans,
 * later one per plan.
 */
public final class BusinessRulesFile {

	/** The columns. */
	public static final String HEADER = "BusinessYear,StateCode,IssuerId,SourceName,VersionNum,ImportDate,IssuerId2,TIN,"
			+ "ProductId,StandardComponentId,EnrolleeContractRateDeterminationRule,TwoParentFamilyMaxDependentsRule,"
			+ "SingleParentFamilyMaxDependentsRule,DependentMaximumAgRule,ChildrenOnlyContractMaxChildrenRule,"
			+ "DomesticPartnerAsSpouseIndicator,SameSexPartnerAsSpouseIndicator,AgeDeterminationRule,"
			+ "MinimumTobaccoFreeMonthsRule,CohabitationRule,RowNumber,MarketCoverage,DentalOnlyPlan";

	/** Rows of 2014: 1,012 name no plan, 1,683 no product. */
	private static final int ROWS_2014 = 2103;

	private static final int PLAN_ROWS_2014 = 1091;

	private static final int PRODUCT_ROWS_2014 = 420;

	private static final String ADDED = "A different rate (specifically for parties of two or more)for each enrollee is "
			+ "added together";

	private static final String FAMILIES = "There are rates specifically for couples and for families (not just addition "
			+ "of individual rates)";

	private static final String[] RELATIVES = { "Spouse", "Adopted Child", "Foster Child", "Ward",
			"Stepson or Stepdaughter", "Child", "Life Partner" };

	private final CsvFile csv;

	private final Census census;

	private final long seed;

	private int rowNumber;

	/**
	 * Write business rules.
	 * @param csv takes the rows
	 * @param census the plans sold
	 * @param seed the seed of the data set
	 */
	public BusinessRulesFile(CsvFile csv, Census census, long seed) {
		this.csv = csv;
		this.census = census;
		this.seed = seed;
	}

	/**
	 * Write all of them.
	 * @throws IOException if they cannot be written
	 */
	public void write() throws IOException {
		writeFirstYear(this.census.plans(BusinessYear.Y2014));
		for (BusinessYear year : List.of(BusinessYear.Y2015, BusinessYear.Y2016)) {
			for (Census.Entry plan : this.census.plans(year)) {
				write(plan, "", plan.id());
			}
		}
	}

	/** Evenly spread over all states: every nth plan and product, then issuers. */
	private void writeFirstYear(List<Census.Entry> plans) throws IOException {
		Map<String, Census.Entry> products = new LinkedHashMap<>();
		Map<Integer, Census.Entry> issuers = new LinkedHashMap<>();
		plans.forEach((plan) -> {
			products.putIfAbsent(plan.id().substring(0, 10), plan);
			issuers.putIfAbsent(plan.issuer().id(), plan);
		});
		for (Census.Entry plan : spread(plans, this.census.scaled(PLAN_ROWS_2014))) {
			write(plan, "", plan.id());
		}
		for (Census.Entry plan : spread(products.values(), this.census.scaled(PRODUCT_ROWS_2014))) {
			write(plan, plan.id().substring(0, 10), "");
		}
		int left = this.census.scaled(ROWS_2014) - this.census.scaled(PLAN_ROWS_2014)
				- this.census.scaled(PRODUCT_ROWS_2014);
		for (Census.Entry plan : spread(issuers.values(), left)) {
			write(plan, "", "");
		}
	}

	private static List<Census.Entry> spread(Iterable<Census.Entry> from, int wanted) {
		List<Census.Entry> all = new ArrayList<>();
		from.forEach(all::add);
		List<Census.Entry> some = new ArrayList<>();
		for (long i = 0; i < wanted && !all.isEmpty(); i++) {
			some.add(all.get((int) (i * all.size() / wanted)));
		}
		return some;
	}

	private void write(Census.Entry plan, String product, String component) throws IOException {
		Filing filing = Filing.of(plan.issuer(), plan.year(), this.seed);
		Draws draws = Draws.of(this.seed, Purpose.BUSINESS_RULES, plan.year().number(), plan.id().hashCode(),
				product.length());
		String issuer = Integer.toString(plan.issuer().id());
		boolean bare = plan.year() == BusinessYear.Y2014 && filing.source().equals("HIOS");
		this.rowNumber = this.rowNumber % 26 + 1;
		this.csv.write(Integer.toString(plan.year().number()), plan.state().name(), issuer, filing.source(),
				Integer.toString(filing.version()), filing.importDate(), issuer, plan.issuer().taxId(), product,
				component, blankOr(draws, 12, draws.chance(850) ? ADDED : FAMILIES), mostDependents(draws),
				mostDependents(draws), blankOr(draws, 9, maximumAge(draws)),
				blankOr(draws, 32, draws.chance(950) ? "3 or more" : "1"), partner(draws), partner(draws),
				blankOr(draws, 20, age(draws)), blankOr(draws, 19, tobaccoFree(draws)),
				blankOr(draws, 17, relatives(draws)), Integer.toString(9 + this.rowNumber),
				bare ? "" : plan.kind().shop() ? "SHOP (Small Group)" : "Individual",
				bare ? "" : plan.kind().category().isDental() ? "Yes" : "No");
	}

	private static String blankOr(Draws draws, int blankPercent, String value) {
		return draws.chance(10 * blankPercent) ? "" : value;
	}

	private static String mostDependents(Draws draws) {
		return blankOr(draws, 3, draws.chance(950) ? "3 or more" : draws.oneOf("1", "2"));
	}

	private static String maximumAge(Draws draws) {
		return switch (draws.weighted(700, 150, 150)) {
			case 0 -> "26";
			case 1 -> "Not Applicable";
			default -> Integer.toString(draws.between(21, 31));
		};
	}

	private static String partner(Draws draws) {
		return blankOr(draws, 3, draws.chance(700) ? "Yes" : "No");
	}

	private static String age(Draws draws) {
		return switch (draws.weighted(950, 30, 20)) {
			case 0 -> "Age on effective date";
			case 1 -> "Age on January 1st of the effective date year";
			default -> "Age on birthday nearest to the effective date, rounded to whole years";
		};
	}

	private static String tobaccoFree(Draws draws) {
		return draws.chance(550) ? "Not Applicable" : draws.oneOf("3", "4", "6", "12", "60", "999");
	}

	private static String relatives(Draws draws) {
		StringBuilder list = new StringBuilder();
		for (String relative : RELATIVES) {
			if (draws.chance(850)) {
				list.append(list.isEmpty() ? "" : ";").append(relative).append(draws.chance(500) ? ",Yes" : ",No");
			}
		}
		return list.toString();
	}

}
