package io.planstream.generator.rate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.planstream.generator.csv.CsvBytes;
import io.planstream.generator.market.DateQuirk;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Filing;
import io.planstream.generator.market.Plan;
import io.planstream.generator.market.Purpose;
import io.planstream.generator.market.RateSheet;
import io.planstream.generator.market.TobaccoUse;

/**
 * Writes {@code Rate.csv}. What the rows of a price list share is encoded once per list.
 * Not safe for use by several threads.
 */
public final class RateWriter implements AutoCloseable {

	/** The header of the file. */
	static final String HEADER = "BusinessYear,StateCode,IssuerId,SourceName,VersionNum,ImportDate,IssuerId2,"
			+ "FederalTIN,RateEffectiveDate,RateExpirationDate,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,"
			+ "IndividualTobaccoRate,Couple,PrimarySubscriberAndOneDependent,PrimarySubscriberAndTwoDependents,"
			+ "PrimarySubscriberAndThreeOrMoreDependents,CoupleAndOneDependent,CoupleAndTwoDependents,"
			+ "CoupleAndThreeOrMoreDependents,RowNumber\n";

	private static final byte[][] AGES = new byte[RateSheet.AGES][];

	static {
		for (int age = 0; age < AGES.length; age++) {
			AGES[age] = ascii(AgeCurve.label(age) + ",");
		}
	}

	private static final byte[] FAMILY = ascii(AgeCurve.FAMILY + ",");

	private static final byte[] NO_FAMILY_RATES = ascii(",,,,,,,,");

	private final CsvBytes csv;

	private final long seed;

	private final RateCorrections corrections;

	private long rows;

	/**
	 * Begin a file with its header.
	 * @param out where to write, closed with the writer
	 * @param seed the seed of the data set
	 * @param corrections single rows to file in another way
	 * @throws IOException if it cannot be written
	 */
	public RateWriter(OutputStream out, long seed, RateCorrections corrections) throws IOException {
		this.csv = new CsvBytes(out);
		this.seed = seed;
		this.corrections = corrections;
		this.csv.raw(ascii(HEADER));
	}

	/**
	 * Write all rates of a plan.
	 * @param plan the plan
	 * @throws IOException if they cannot be written
	 */
	public void write(Plan plan) throws IOException {
		Pricing pricing = Pricing.of(plan, this.seed);
		int rowNumber = plan.rates().firstRowNumber();
		if (plan.isFamilyPriced()) {
			writeFamily(plan, pricing.familyMills(), rowNumber);
			return;
		}
		Draws blemishes = plan.draws(this.seed, Purpose.BLEMISHES);
		for (int period = 0; period < plan.rates().calendar().periods(); period++) {
			for (int index = 0; index < plan.rates().areas(); index++) {
				int area = plan.rates().firstArea() + index;
				PriceList prices = pricing.list(area, period);
				rowNumber = writeList(new Heads(plan, period, area), prices, blemishes, rowNumber);
			}
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

	private int writeList(Heads heads, PriceList prices, Draws draws, int firstRowNumber) throws IOException {
		Plan plan = heads.plan();
		Blemish blemish = plan.rates().adults().isChildOnly() ? Blemish.NONE : Blemish.draw(draws);
		int blemished = (blemish != Blemish.NONE) ? draws.below(RateSheet.AGES) : -1;
		boolean hasTobacco = plan.rates().tobacco().hasRate();
		int ages = RateSheet.AGES - plan.rates().lackingAges();
		int toldApart = this.corrections.tellApart(plan, ages);
		Optional<PriceList> mark = this.corrections.markOneAdult(plan);
		int marked = (blemished == 1) ? 2 : 1;
		byte[] head = head(heads, plan.rates().tobacco());
		byte[] headToldApart = (toldApart > 0) ? head(heads, TobaccoUse.TOLD_APART) : head;
		for (int age = 0; age < ages; age++) {
			this.csv.raw((age < toldApart) ? headToldApart : head);
			this.csv.raw(AGES[age]);
			writeRates((age == marked) ? mark.orElse(prices) : prices, age, hasTobacco || age < toldApart,
					(age == blemished) ? blemish : Blemish.NONE);
			this.csv.raw(NO_FAMILY_RATES);
			endRow(firstRowNumber + age);
		}
		return firstRowNumber + ages;
	}

	private void writeRates(PriceList prices, int age, boolean hasTobacco, Blemish blemish) throws IOException {
		long individual = prices.individual(age);
		switch (blemish) {
			case NO_RATE -> {
			}
			case THIRD_DECIMAL -> this.csv.amount(individual + 1 + individual / 10 % 9);
			case NONE, NO_TOBACCO_RATE -> this.csv.amount(individual);
		}
		this.csv.raw(',');
		if (hasTobacco) {
			this.csv.amount((blemish == Blemish.NO_TOBACCO_RATE) ? 0 : prices.tobacco(age));
		}
	}

	private void writeFamily(Plan plan, long single, int firstRowNumber) throws IOException {
		for (int index = 0; index < plan.rates().areas(); index++) {
			this.csv.raw(head(new Heads(plan, 0, plan.rates().firstArea() + index), plan.rates().tobacco()));
			this.csv.raw(FAMILY);
			this.csv.amount(single);
			this.csv.raw(',');
			FamilyRates.of(plan, this.seed, single).write(this.csv);
			endRow(firstRowNumber + index);
		}
	}

	private void endRow(int rowNumber) throws IOException {
		this.csv.integer(rowNumber);
		this.csv.raw('\n');
		this.rows++;
	}

	private byte[] head(Heads heads, TobaccoUse tobacco) {
		Plan plan = heads.plan();
		int period = heads.period();
		String year = Integer.toString(plan.year().number());
		Filing filing = Filing.of(plan, this.seed);
		return ascii(String.join(",", year, plan.state().name(), Integer.toString(plan.issuer().id()), filing.source(),
				Integer.toString(filing.version()), filing.importDate(), Integer.toString(plan.issuer().id()),
				plan.issuer().taxId(), effective(plan, period), expiration(plan, period), plan.id(),
				"Rating Area " + heads.area(), tobacco.label(), ""));
	}

	private static String effective(Plan plan, int period) {
		int year = plan.year().number() - ((plan.rates().dates() == DateQuirk.YEAR_BEFORE) ? 1 : 0);
		return plan.rates().calendar().effective(year, period);
	}

	private static String expiration(Plan plan, int period) {
		int year = plan.year().number();
		return switch (plan.rates().dates()) {
			case NONE -> plan.rates().calendar().expiration(year, period);
			case EXPIRES_IN_2104 -> plan.rates().calendar().expiration(2104, period);
			case EXPIRES_A_DAY_LATE -> (year + 1) + "-01-01";
			case YEAR_BEFORE -> plan.rates().calendar().expiration(year - 1, period);
		};
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * What the rows of a price list have in common.
	 *
	 * @param plan the plan
	 * @param period quarter, 0 for a plan priced for the year
	 * @param area number of the rating area
	 */
	private record Heads(Plan plan, int period, int area) {
	}

}
