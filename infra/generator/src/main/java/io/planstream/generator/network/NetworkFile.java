package io.planstream.generator.network;

import java.io.IOException;

import io.planstream.generator.csv.CsvFile;
import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Filing;
import io.planstream.generator.market.Purpose;
import io.planstream.generator.territory.Territories;
import io.planstream.generator.territory.Territory;

/**
 * {@code Network.csv}: a row per network of an issuer, two where individual and group
 * plans are filed apart.
 */
public final class NetworkFile {

	/** The columns. */
	public static final String HEADER = "BusinessYear,StateCode,IssuerId,SourceName,VersionNum,ImportDate,IssuerId2,"
			+ "StateCode2,NetworkName,NetworkId,NetworkURL,RowNumber,MarketCoverage,DentalOnlyPlan";

	private static final int FIRST_ROW = 13;

	private final CsvFile csv;

	private final long seed;

	/**
	 * Write networks.
	 * @param csv takes the rows
	 * @param seed the seed of the data set
	 */
	public NetworkFile(CsvFile csv, long seed) {
		this.csv = csv;
		this.seed = seed;
	}

	/**
	 * Write all of them.
	 * @param territories who has which
	 * @throws IOException if they cannot be written
	 */
	public void write(Territories territories) throws IOException {
		for (BusinessYear year : BusinessYear.values()) {
			for (Territory territory : territories.of(year)) {
				write(territory);
			}
		}
	}

	private void write(Territory territory) throws IOException {
		for (int row = 0; row < territory.networks() + territory.repeatedNetworks(); row++) {
			write(territory, 1 + row % territory.networks(), row);
		}
	}

	private void write(Territory territory, int number, int row) throws IOException {
		Filing filing = Filing.of(territory.issuer(), territory.year(), this.seed);
		Draws draws = Draws.of(this.seed, Purpose.TERRITORY, territory.issuer().id(), number);
		String issuer = Integer.toString(territory.issuer().id());
		boolean again = row >= territory.networks();
		boolean hios = filing.source().equals("HIOS");
		this.csv.write(Integer.toString(territory.year().number()), territory.state().name(), issuer, filing.source(),
				Integer.toString(filing.version()), filing.importDate(), issuer, territory.state().name(),
				name(territory, draws), territory.networkId(number), url(territory, draws),
				Integer.toString(FIRST_ROW + row), hios ? "" : again ? "SHOP (Small Group)" : "Individual",
				hios ? "" : draws.chance(300) ? "Yes" : "No");
	}

	/** A few names of the first year carry a blank that was decoded twice. */
	private static String name(Territory territory, Draws draws) {
		String name = draws.oneOf("Preferred", "Select", "Pathway", "Choice", "Premier", "Community", "Broad", "Value")
				+ draws.oneOf(" PPO", " HMO", " Network", " Dental", " Care", " Plus");
		if (territory.year() == BusinessYear.Y2014 && draws.chance(10)) {
			return name + "\u00c2\u00a0 (On)";
		}
		return name;
	}

	private static String url(Territory territory, Draws draws) {
		String host = "issuer" + territory.issuer().id() + ".example.com/providers";
		return switch (draws.weighted(800, 190, 5, 5)) {
			case 0 -> "https://" + host;
			case 1 -> host;
			case 2 -> "https://" + host + "?plan=" + territory.state() + "\"";
			default -> "https://" + host + "?near=here,all";
		};
	}

}
