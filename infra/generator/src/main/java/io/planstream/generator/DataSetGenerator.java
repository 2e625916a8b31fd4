package io.planstream.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

import io.planstream.generator.attributes.PlanAttributesWriter;
import io.planstream.generator.csv.PendingFile;
import io.planstream.generator.market.Market;
import io.planstream.generator.market.Plan;
import io.planstream.generator.rate.RateWriter;

/**
 * Writes a synthetic data set with the headers, quirks and proportions of the published
 * one. The same scale and seed give the same bytes on every platform. Below scale 1 whole
 * plans are left out: a plan that stays keeps all its ages, areas and quarters. A few
 * oddities stay at any scale. Memory does not grow with the scale. Immutable.
 */
public final class DataSetGenerator {

	/** The name of the file of plans. */
	public static final String PLAN_ATTRIBUTES = "PlanAttributes.csv";

	/** The name of the file of rates. */
	public static final String RATES = "Rate.csv";

	private final Market market;

	private final long seed;

	private DataSetGenerator(Market market, long seed) {
		this.market = market;
		this.seed = seed;
	}

	/**
	 * Prepare a data set.
	 * @param scale its size, above 0; 1 is that of the published one: 12.7 million rates,
	 * 77 thousand plan variants
	 * @param seed decides on all that is drawn
	 * @return the generator
	 * @throws IllegalArgumentException if the scale is not above 0 and at most 1
	 */
	public static DataSetGenerator of(double scale, long seed) {
		return new DataSetGenerator(new Market(scale, seed), seed);
	}

	/**
	 * Count the rate rows that the data set will have, without writing it. Takes a
	 * moment.
	 * @return what the progress will reach
	 */
	public long rateRows() {
		return this.market.rateRows();
	}

	/**
	 * Write the data set. The files bear their names only once both are whole; older ones
	 * of the same names are replaced.
	 * @param directory where to write, created if it is not there
	 * @param progress told the rate rows written so far, after each plan
	 * @return the files
	 * @throws IOException if they cannot be written; what was written so far is removed
	 */
	public GeneratedDataSet writeTo(Path directory, LongConsumer progress) throws IOException {
		Files.createDirectories(directory);
		try (PendingFile plans = new PendingFile(directory.resolve(PLAN_ATTRIBUTES));
				PendingFile rates = new PendingFile(directory.resolve(RATES))) {
			GeneratedDataSet written = write(plans, rates, progress);
			plans.publish();
			rates.publish();
			return written;
		}
	}

	private GeneratedDataSet write(PendingFile plans, PendingFile rates, LongConsumer progress) throws IOException {
		try (PlanAttributesWriter planWriter = new PlanAttributesWriter(plans.open(), this.seed);
				RateWriter rateWriter = new RateWriter(rates.open(), this.seed)) {
			this.market.forEach((plan) -> write(plan, planWriter, rateWriter, progress));
			return new GeneratedDataSet(List.of(new GeneratedFile(plans.target(), planWriter.rows(), planWriter.size()),
					new GeneratedFile(rates.target(), rateWriter.rows(), rateWriter.size())));
		}
	}

	private static void write(Plan plan, PlanAttributesWriter plans, RateWriter rates, LongConsumer progress)
			throws IOException {
		plans.write(plan);
		rates.write(plan);
		progress.accept(rates.rows());
	}

}
