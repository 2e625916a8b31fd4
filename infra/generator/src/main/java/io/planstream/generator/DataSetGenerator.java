package io.planstream.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import io.planstream.generator.area.ServiceAreaFile;
import io.planstream.generator.attributes.PlanAttributesWriter;
import io.planstream.generator.benefit.BenefitsWriter;
import io.planstream.generator.businessrule.BusinessRulesFile;
import io.planstream.generator.crosswalk.CrosswalkFile;
import io.planstream.generator.csv.CsvFile;
import io.planstream.generator.csv.PendingFiles;
import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Census;
import io.planstream.generator.market.Market;
import io.planstream.generator.network.NetworkFile;
import io.planstream.generator.rate.RateCorrections;
import io.planstream.generator.rate.RateWriter;
import io.planstream.generator.territory.Territories;

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

	/** The name of the file of benefits. */
	public static final String BENEFITS = "BenefitsCostSharing.csv";

	/** The name of the file of business rules. */
	public static final String BUSINESS_RULES = "BusinessRules.csv";

	/** The name of the file of networks. */
	public static final String NETWORKS = "Network.csv";

	/** The name of the file of service areas. */
	public static final String SERVICE_AREAS = "ServiceArea.csv";

	/** The name of the file of what became of the plans of 2014. */
	public static final String CROSSWALK_2015 = "Crosswalk2015.csv";

	/** The name of the file of what became of the plans of 2015. */
	public static final String CROSSWALK_2016 = "Crosswalk2016.csv";

	/** The names of all files, in the order in which they are best read. */
	public static final List<String> FILES = List.of(PLAN_ATTRIBUTES, NETWORKS, SERVICE_AREAS, BUSINESS_RULES,
			CROSSWALK_2015, CROSSWALK_2016, RATES, BENEFITS);

	private final double scale;

	private final Market market;

	private final long seed;

	private DataSetGenerator(double scale, long seed) {
		this.market = new Market(scale, seed);
		this.scale = scale;
		this.seed = seed;
	}

	/**
	 * Prepare a data set.
	 * @param scale its size, above 0; 1 is that of the published one: 12.7 million rates,
	 * 5 million benefits, 77 thousand plan variants
	 * @param seed decides on all that is drawn
	 * @return the generator
	 * @throws IllegalArgumentException if the scale is not above 0 and at most 1
	 */
	public static DataSetGenerator of(double scale, long seed) {
		return new DataSetGenerator(scale, seed);
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
	 * Write the data set. The files bear their names only once all are whole; older ones
	 * of the same names are replaced.
	 * @param directory where to write, created if it is not there
	 * @param progress told the rate rows written so far, after each plan
	 * @return the files
	 * @throws IOException if they cannot be written; what was written so far is removed
	 */
	public GeneratedDataSet writeTo(Path directory, LongConsumer progress) throws IOException {
		Files.createDirectories(directory);
		try (PendingFiles files = new PendingFiles(directory, FILES)) {
			GeneratedDataSet written = write(files, progress);
			files.publish();
			return written;
		}
	}

	private GeneratedDataSet write(PendingFiles files, LongConsumer progress) throws IOException {
		Census census = Census.of(this.scale, this.seed);
		Territories territories = Territories.of(census, this.seed);
		Map<String, GeneratedFile> written = new HashMap<>();
		writePlans(files, census, territories, progress, written);
		write(files, NETWORKS, NetworkFile.HEADER, written,
				(csv) -> new NetworkFile(csv, this.seed).write(territories));
		write(files, SERVICE_AREAS, ServiceAreaFile.HEADER, written,
				(csv) -> new ServiceAreaFile(csv, this.seed).write(territories));
		write(files, BUSINESS_RULES, BusinessRulesFile.HEADER, written,
				(csv) -> new BusinessRulesFile(csv, census, this.seed).write());
		writeCrosswalk(files, CROSSWALK_2015, BusinessYear.Y2015, census, territories, written);
		writeCrosswalk(files, CROSSWALK_2016, BusinessYear.Y2016, census, territories, written);
		return new GeneratedDataSet(FILES.stream().map(written::get).toList());
	}

	private void writePlans(PendingFiles files, Census census, Territories territories, LongConsumer progress,
			Map<String, GeneratedFile> written) throws IOException {
		try (PlanAttributesWriter plans = new PlanAttributesWriter(files.open(PLAN_ATTRIBUTES), census, territories,
				this.seed);
				RateWriter rates = new RateWriter(files.open(RATES), this.seed, corrections());
				BenefitsWriter benefits = new BenefitsWriter(files.open(BENEFITS), census, this.seed)) {
			this.market.forEach((plan) -> {
				plans.write(plan);
				rates.write(plan);
				benefits.write(plan);
				progress.accept(rates.rows());
			});
			written.put(PLAN_ATTRIBUTES, new GeneratedFile(files.target(PLAN_ATTRIBUTES), plans.rows(), plans.size()));
			written.put(RATES, new GeneratedFile(files.target(RATES), rates.rows(), rates.size()));
			written.put(BENEFITS, new GeneratedFile(files.target(BENEFITS), benefits.rows(), benefits.size()));
		}
	}

	/** A part of the data set is in proportion; the whole is exact. */
	private RateCorrections corrections() {
		return (this.scale == 1) ? RateCorrections.of(this.seed) : RateCorrections.none();
	}

	private void writeCrosswalk(PendingFiles files, String name, BusinessYear to, Census census,
			Territories territories, Map<String, GeneratedFile> written) throws IOException {
		write(files, name, CrosswalkFile.header(to), written,
				(csv) -> new CrosswalkFile(csv, to, census, territories, this.seed).write());
	}

	private static void write(PendingFiles files, String name, String header, Map<String, GeneratedFile> written,
			Content content) throws IOException {
		try (CsvFile csv = new CsvFile(files.open(name), header)) {
			content.write(csv);
			written.put(name, new GeneratedFile(files.target(name), csv.rows(), csv.size()));
		}
	}

	@FunctionalInterface
	private interface Content {

		void write(CsvFile csv) throws IOException;

	}

}
