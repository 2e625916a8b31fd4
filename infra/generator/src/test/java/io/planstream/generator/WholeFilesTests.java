package io.planstream.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.planstream.generator.area.ServiceAreaFile;
import io.planstream.generator.benefit.BenefitsWriter;
import io.planstream.generator.businessrule.BusinessRulesFile;
import io.planstream.generator.crosswalk.CrosswalkFile;
import io.planstream.generator.csv.CsvFile;
import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Census;
import io.planstream.generator.market.Geography;
import io.planstream.generator.market.Market;
import io.planstream.generator.market.State;
import io.planstream.generator.network.NetworkFile;
import io.planstream.generator.rate.RateCorrections;
import io.planstream.generator.rate.RateWriter;
import io.planstream.generator.territory.ServiceArea;
import io.planstream.generator.territory.Territories;
import io.planstream.generator.territory.Territory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The published counts at scale 1 (sections 2 and 3 of the data set's description), with
 * the rows thrown away.
 */
class WholeFilesTests {

	private static final long SEED = 5;

	private static Census census;

	private static Territories territories;

	@BeforeAll
	static void takeCensus() {
		census = Census.of(1, SEED);
		territories = Territories.of(census, SEED);
	}

	@Test
	void networksAddUpToThePublishedOnes() throws IOException {
		assertThat(rows(NetworkFile.HEADER, (csv) -> new NetworkFile(csv, SEED).write(territories))).isEqualTo(3822);
		Map<Integer, Integer> rows = new TreeMap<>();
		int keys = 0;
		for (BusinessYear year : BusinessYear.values()) {
			for (Territory territory : territories.of(year)) {
				rows.merge(year.number(), territory.networks() + territory.repeatedNetworks(), Integer::sum);
				keys += territory.networks();
			}
		}
		assertThat(rows).isEqualTo(Map.of(2014, 937, 2015, 1459, 2016, 1426));
		assertThat(keys).isEqualTo(3331);
	}

	@Test
	void serviceAreasAddUpToThePublishedOnes() throws IOException {
		assertThat(rows(ServiceAreaFile.HEADER, (csv) -> new ServiceAreaFile(csv, SEED).write(territories)))
			.isEqualTo(42_247);
		Map<Integer, Integer> whole = new TreeMap<>();
		Map<Integer, Integer> counties = new TreeMap<>();
		for (BusinessYear year : BusinessYear.values()) {
			for (Territory territory : territories.of(year)) {
				for (ServiceArea area : territory.areas()) {
					whole.merge(year.number(), area.wholeState() ? 1 : 0, Integer::sum);
					counties.merge(year.number(), area.counties(), Integer::sum);
					assertThat(area.counties()).isLessThanOrEqualTo(Geography.of(territory.state()).counties());
				}
			}
		}
		assertThat(whole).isEqualTo(Map.of(2014, 401, 2015, 670, 2016, 724));
		assertThat(counties).isEqualTo(Map.of(2014, 8473, 2015, 16_825, 2016, 15_154));
	}

	@Test
	void businessRulesAddUpToThePublishedOnes() throws IOException {
		assertThat(rows(BusinessRulesFile.HEADER, (csv) -> new BusinessRulesFile(csv, census, SEED).write()))
			.isEqualTo(2103 + 10_095 + 8887);
	}

	@Test
	void crosswalksHaveThePublishedRowsOfEachLevel() throws IOException {
		assertThat(levels(BusinessYear.Y2015))
			.isEqualTo(Map.of("0", 70_756, "1", 31_438, "2", 17_177, "3", 5473, "4", 7661));
		assertThat(levels(BusinessYear.Y2016))
			.isEqualTo(Map.of("0", 82_294, "1", 34_248, "2", 15_301, "3", 2245, "4", 14_552, "5", 1365));
	}

	@Test
	void benefitsAddUpToThePublishedOnesOfEachYearAndState() throws IOException {
		Map<Integer, Long> years = new TreeMap<>();
		Map<State, Long> states = new TreeMap<>();
		try (BenefitsWriter benefits = new BenefitsWriter(OutputStream.nullOutputStream(), census, SEED)) {
			new Market(1, SEED).forEach((plan) -> {
				long before = benefits.rows();
				benefits.write(plan);
				years.merge(plan.year().number(), benefits.rows() - before, Long::sum);
				states.merge(plan.state(), benefits.rows() - before, Long::sum);
			});
		}
		assertThat(years).isEqualTo(Map.of(2014, 1_164_869L, 2015, 2_079_286L, 2016, 1_804_253L));
		states.forEach((state, rows) -> assertThat(rows).as(state.name()).isEqualTo(Geography.of(state).benefitRows()));
	}

	@Test
	void planTypesHaveThePublishedRows() throws IOException {
		Map<String, Integer> types = new TreeMap<>();
		new Market(1, SEED)
			.forEach((plan) -> types.merge(census.typeOf(plan).label(), plan.attributeRows(), Integer::sum));
		assertThat(types).isEqualTo(Map.of("PPO", 33_074, "HMO", 30_751, "POS", 8061, "EPO", 5086, "Indemnity", 381));
	}

	@Test
	void marksOfNoPriceAndTobaccoPreferencesAreThePublishedOnes() throws IOException {
		Map<String, Integer> counts = new TreeMap<>();
		try (Lines out = new Lines((line) -> {
			String[] fields = line.split(",", 16);
			counts.merge(fields[12], 1, Integer::sum);
			if (fields[14].startsWith("9999")) {
				counts.merge(fields[0] + " " + fields[14], 1, Integer::sum);
			}
			else if (fields[14].equals("0.0")) {
				counts.merge(fields[14], 1, Integer::sum);
			}
		}); RateWriter rates = new RateWriter(out, SEED, RateCorrections.of(SEED))) {
			new Market(1, SEED).forEach(rates::write);
		}
		counts.remove("Tobacco");
		assertThat(counts).isEqualTo(Map.of("0.0", 682_484, "2014 9999.0", 6480, "2015 9999.0", 8280, "2016 9999.0",
				8820, "2015 9999.99", 1080, "2014 999999.0", 47_790, "No Preference", 7_804_323,
				"Tobacco User/Non-Tobacco User", 4_890_122));
	}

	private static Map<String, Integer> levels(BusinessYear to) throws IOException {
		Map<String, Integer> levels = new TreeMap<>();
		Set<String> rows = new HashSet<>();
		try (Lines out = new Lines((line) -> {
			String[] fields = line.split(",");
			levels.merge(fields[9], 1, Integer::sum);
			rows.add(fields[2] + " " + fields[7]);
		}); CsvFile csv = new CsvFile(out, CrosswalkFile.header(to))) {
			new CrosswalkFile(csv, to, census, territories, SEED).write();
		}
		levels.remove("CrosswalkLevel");
		assertThat(rows).as("a plan is carried over once in a county")
			.hasSize(levels.values().stream().mapToInt(Integer::intValue).sum() + 1);
		return levels;
	}

	private static long rows(String header, Writing writing) throws IOException {
		try (CsvFile csv = new CsvFile(OutputStream.nullOutputStream(), header)) {
			writing.to(csv);
			return csv.rows();
		}
	}

	@FunctionalInterface
	private interface Writing {

		void to(CsvFile csv) throws IOException;

	}

	/** Takes bytes apart into lines. */
	private static final class Lines extends OutputStream {

		private final java.util.function.Consumer<String> taker;

		private final StringBuilder line = new StringBuilder();

		Lines(java.util.function.Consumer<String> taker) {
			this.taker = taker;
		}

		@Override
		public void write(int character) {
			if (character != '\n') {
				this.line.append((char) character);
				return;
			}
			this.taker.accept(this.line.toString());
			this.line.setLength(0);
		}

	}

}
