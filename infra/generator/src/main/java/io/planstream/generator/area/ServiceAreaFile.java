package io.planstream.generator.area;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.planstream.generator.csv.CsvFile;
import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Filing;
import io.planstream.generator.market.Geography;
import io.planstream.generator.market.Purpose;
import io.planstream.generator.territory.ServiceArea;
import io.planstream.generator.territory.Territories;
import io.planstream.generator.territory.Territory;

/**
 * {@code ServiceArea.csv}: a row per county of an area, or one for an area that is a
 * whole state.
 */
public final class ServiceAreaFile {

	/** The columns. */
	public static final String HEADER = "BusinessYear,StateCode,IssuerId,SourceName,VersionNum,ImportDate,IssuerId2,"
			+ "StateCode2,ServiceAreaId,ServiceAreaName,CoverEntireState,County,PartialCounty,ZipCodes,"
			+ "PartialCountyJustification,RowNumber,MarketCoverage,DentalOnlyPlan";

	private static final int FIRST_ROW = 13;

	private static final int PARTIAL_PER_MILLE = 15;

	private final CsvFile csv;

	private final long seed;

	/**
	 * Write service areas.
	 * @param csv takes the rows
	 * @param seed the seed of the data set
	 */
	public ServiceAreaFile(CsvFile csv, long seed) {
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
		Filing filing = Filing.of(territory.issuer(), territory.year(), this.seed);
		Draws draws = Draws.of(this.seed, Purpose.TERRITORY, territory.year().number(), territory.issuer().id());
		Geography geography = Geography.of(territory.state());
		int row = FIRST_ROW;
		for (ServiceArea area : territory.areas()) {
			if (area.wholeState()) {
				write(territory, area, filing, row++, "Yes", "", "", "", "");
			}
			for (int i = 0; i < area.counties(); i++) {
				boolean partial = draws.chance(PARTIAL_PER_MILLE);
				write(territory, area, filing, row++, "No", area.fips(geography, i) + ".0", partial ? "Yes" : "No",
						partial ? zipCodes(draws) : "", partial ? "See upload " + territory.issuer().id() + "_"
								+ territory.areaId(area) + ".doc for justification." : "");
			}
		}
	}

	private void write(Territory territory, ServiceArea area, Filing filing, int row, String wholeState, String county,
			String partial, String zipCodes, String justification) throws IOException {
		String issuer = Integer.toString(territory.issuer().id());
		boolean hios = filing.source().equals("HIOS");
		this.csv.write(Integer.toString(territory.year().number()), territory.state().name(), issuer, filing.source(),
				Integer.toString(filing.version()), filing.importDate(), issuer, territory.state().name(),
				territory.areaId(area), area.wholeState() ? "Statewide" : "Service Area " + area.number(), wholeState,
				county, partial, zipCodes, justification, Integer.toString(row), hios ? "" : "Individual",
				hios ? "" : "No");
	}

	private static String zipCodes(Draws draws) {
		int first = draws.between(10_000, 98_000);
		return IntStream.range(0, draws.between(1, 60))
			.mapToObj((i) -> Integer.toString(first + 3 * i))
			.collect(Collectors.joining(", "));
	}

}
