package io.planstream.generator.benefit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.planstream.generator.csv.CsvBytes;
import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Census;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Filing;
import io.planstream.generator.market.Plan;
import io.planstream.generator.market.Purpose;

/**
 * Writes {@code BenefitsCostSharing.csv}, a row per variant of a plan and benefit. Not
 * safe for use by several threads.
 */
public final class BenefitsWriter implements AutoCloseable {

	/** The columns. */
	public static final String HEADER = "BenefitName,BusinessYear,CoinsInnTier1,CoinsInnTier2,CoinsOutofNet,CopayInnTier1,"
			+ "CopayInnTier2,CopayOutofNet,EHBVarReason,Exclusions,Explanation,ImportDate,IsCovered,IsEHB,"
			+ "IsExclFromInnMOOP,IsExclFromOonMOOP,IsStateMandate,IsSubjToDedTier1,IsSubjToDedTier2,IssuerId,IssuerId2,"
			+ "LimitQty,LimitUnit,MinimumStay,PlanId,QuantLimitOnSvc,RowNumber,SourceName,StandardComponentId,StateCode,"
			+ "StateCode2,VersionNum";

	/** Names beyond the usual ones are under two in a hundred rows. */
	private static final int RARE_PER_MILLE = 620;

	private static final int FIRST_ROW = 61;

	private static final String EXPLANATION = "Covered per visit for up to a ninety day supply, as authorized by the "
			+ "network practitioner; additional limits may apply. See \"Other\" for additional information.";

	private final CsvBytes csv;

	private final BenefitRows counts;

	private final Census census;

	private final long seed;

	private long rows;

	/**
	 * Begin a file with its header.
	 * @param out where to write, closed with the writer
	 * @param census the plans sold
	 * @param seed the seed of the data set
	 * @throws IOException if it cannot be written
	 */
	public BenefitsWriter(OutputStream out, Census census, long seed) throws IOException {
		this.csv = new CsvBytes(out);
		this.census = census;
		this.counts = new BenefitRows(census);
		this.seed = seed;
		this.csv.raw((HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Write the benefits of all variants of a plan.
	 * @param plan the plan, perhaps without any
	 * @throws IOException if they cannot be written
	 */
	public void write(Plan plan) throws IOException {
		int row = this.census.plan(plan.year(), plan.id()).firstRow();
		Tail tail = new Tail(plan, Filing.of(plan, this.seed));
		for (int variant : plan.variants()) {
			write(plan, variant, this.counts.of(plan.year(), plan.state(), row++), tail);
		}
		if (plan.repeated()) {
			write(plan, plan.variants().get(0), this.counts.of(plan.year(), plan.state(), row), tail);
		}
	}

	/**
	 * The rows written, without the header.
	 * @return the number of rows
	 */
	public long rows() {
		return this.rows;
	}

	/**
	 * The bytes written, with the header.
	 * @return the size of the file
	 */
	public long size() {
		return this.csv.size();
	}

	@Override
	public void close() throws IOException {
		this.csv.close();
	}

	/** What a plan covers is the same in all variants; what it costs differs. */
	private void write(Plan plan, int variant, int benefits, Tail tail) throws IOException {
		Draws ofPlan = plan.draws(this.seed, Purpose.BENEFITS);
		Draws ofVariant = Draws.of(this.seed, Purpose.BENEFITS, plan.year().number(), plan.id().hashCode(), variant);
		List<String> usual = BenefitNames.usualOnes();
		List<String> rare = BenefitNames.rareOnes(plan.year());
		int firstRare = ofPlan.below(rare.size());
		int rares = Math.max(benefits - usual.size(), Math.min(benefits / 20, (ofPlan.chance(RARE_PER_MILLE) ? 2 : 0)));
		for (int i = 0; i < benefits; i++) {
			int beyond = i - (benefits - rares);
			String name = (beyond < 0) ? usual.get(i) : rare.get((firstRare + beyond) % rare.size());
			write(plan, variant, name, FIRST_ROW + i, tail, ofPlan, ofVariant);
		}
	}

	private void write(Plan plan, int variant, String name, int number, Tail tail, Draws ofPlan, Draws ofVariant)
			throws IOException {
		boolean covered = ofPlan.chance(771);
		boolean silent = !covered && ofPlan.chance(195);
		this.csv.field(name);
		this.csv.raw(tail.year);
		if (covered) {
			cost(plan.year(), ofVariant);
		}
		else {
			this.csv.raw(Tail.NO_COST);
		}
		texts(plan.year(), ofPlan, covered);
		field(tail.importDate);
		field(covered ? "Covered" : silent ? "" : ofPlan.chance(2) ? "Not covered" : "Not Covered");
		flags(plan.year(), ofPlan, covered);
		this.csv.raw(tail.issuer);
		boolean limited = covered && ofPlan.chance(176);
		limits(ofPlan, limited);
		field((covered && number == FIRST_ROW + 20 && ofPlan.chance(300)) ? "48.0" : "");
		this.csv.raw(tail.planId);
		this.csv.raw((char) ('0' + variant));
		field(limited ? yes(ofPlan) : (covered && ofPlan.chance(270)) ? no(ofPlan) : "");
		this.csv.raw(',');
		this.csv.integer(number);
		this.csv.raw(tail.end);
		this.rows++;
	}

	private void cost(BusinessYear year, Draws draws) throws IOException {
		boolean second = draws.chance(122);
		field(CostWords.coinsurance(year, draws));
		field(second ? CostWords.coinsurance(year, draws) : "");
		field(CostWords.coinsurance(year, draws));
		field(CostWords.copay(year, draws));
		field(second ? CostWords.copay(year, draws) : "");
		field(CostWords.copay(year, draws));
	}

	private void texts(BusinessYear year, Draws draws, boolean covered) throws IOException {
		field(switch (draws.weighted(595, 163, 139, 48, 34, 19, 2)) {
			case 0 -> "";
			case 1 -> "Substantially Equal";
			case 2 -> "Additional EHB Benefit";
			case 3 -> draws.chance(30) ? draws.oneOf("Above Ehb", "above EHB") : "Above EHB";
			case 4 -> "Dental Only Plan Available";
			case 5 -> "Other Law/Regulation";
			default -> "Substituted";
		});
		field((covered && draws.chance(120)) ? "Excludes services for which the member" + apostrophe(year)
				+ "s plan pays, " + "and cosmetic surgery." : "");
		field(draws.chance(190) ? EXPLANATION.repeat(draws.chance(20) ? 12 : 1) : "");
	}

	/** As the years' bytes were misread. */
	private static String apostrophe(BusinessYear year) {
		return switch (year) {
			case Y2014 -> "\u00e2\u0080\u0099";
			case Y2015 -> "'";
			case Y2016 -> "\u0092";
		};
	}

	private void flags(BusinessYear year, Draws draws, boolean covered) throws IOException {
		field(draws.chance(640) ? "Yes" : "");
		boolean said = covered || draws.chance(125);
		field(said ? draws.chance(14) ? yes(draws) : no(draws) : "");
		field(said ? draws.chance(35) ? yes(draws) : no(draws) : "");
		field(draws.chance(154) ? "Yes" : "");
		boolean deductible = !year.isLast() && covered;
		String subject = draws.chance(750) ? yes(draws) : no(draws);
		field(deductible ? subject : "");
		field(deductible ? subject : "");
	}

	private void limits(Draws draws, boolean limited) throws IOException {
		if (!limited) {
			this.csv.raw(Tail.NO_LIMIT);
			return;
		}
		this.csv.raw(',');
		this.csv.amount(1000L * (draws.chance(20) ? 1000 : 1 + draws.below(60)));
		field(draws.oneOf("Visit(s) per Year", "Visit(s) per Year", "Visit(s) per Year", "Days per Year",
				"Item(s) per Year", "Visit(s) per Benefit Period", "Item(s) per 3 Years", "Visit(s) per 6 Months",
				"Days per Benefit Period", "Exam(s) per Year", "Visit(s) per year"));
	}

	private static String yes(Draws draws) {
		return draws.chance(2) ? draws.oneOf("yes", "YES") : "Yes";
	}

	private static String no(Draws draws) {
		return draws.chance(2) ? draws.oneOf("no", "NO") : "No";
	}

	private void field(String text) throws IOException {
		this.csv.raw(',');
		this.csv.field(text);
	}

	/** What the rows of a plan have in common. */
	private static final class Tail {

		private static final byte[] NO_COST = ascii(",,,,,,");

		private static final byte[] NO_LIMIT = ascii(",,");

		private final byte[] year;

		private final String importDate;

		private final byte[] issuer;

		private final byte[] planId;

		private final byte[] end;

		Tail(Plan plan, Filing filing) {
			String state = plan.state().name();
			this.year = ascii("," + plan.year().number());
			this.importDate = (plan.year() == BusinessYear.Y2015) ? filing.americanImportDate() : filing.importDate();
			this.issuer = ascii("," + plan.issuer().id() + "," + plan.issuer().id());
			this.planId = ascii("," + plan.id() + "-0");
			this.end = ascii("," + filing.source() + "," + plan.id() + "," + state + "," + state + ","
					+ filing.version() + "\n");
		}

		private static byte[] ascii(String text) {
			return text.getBytes(StandardCharsets.US_ASCII);
		}

	}

}
