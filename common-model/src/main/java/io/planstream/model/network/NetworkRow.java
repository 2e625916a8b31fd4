package io.planstream.model.network;

import java.util.List;

import io.planstream.model.aggregate.Grain;
import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.AvroOut;
import io.planstream.model.dataset.Column;
import io.planstream.model.dataset.Columns;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.row.Reading;
import io.planstream.model.row.Row;

/**
 * A provider network of an issuer, a row of {@code Network.csv}: 14 columns in 2014 to
 * 2016, 10 in 2026. Issuers file the same network for individuals and small groups; it
 * counts once.
 *
 * @param businessYear plan year
 * @param stateCode state, two letters
 * @param issuerId issuer, five digits
 * @param networkId local to the issuer
 * @param networkName its name
 * @param networkUrl where its providers are listed
 * @param rules bits of the rules that held while reading
 */
public record NetworkRow(int businessYear, String stateCode, String issuerId, String networkId, String networkName,
		String networkUrl, long rules) implements Row {

	private static final Columns DECLARED = new Columns();

	private static final int YEAR = DECLARED.needed("BusinessYear");

	private static final int STATE = DECLARED.needed("StateCode");

	private static final int ISSUER = DECLARED.needed("IssuerId");

	private static final int ID = DECLARED.needed("NetworkId");

	private static final int NAME = DECLARED.needed("NetworkName");

	private static final int URL = DECLARED.needed("NetworkURL");

	private static final int SECOND_ISSUER = DECLARED.optional("IssuerId2");

	private static final int IMPORTED = DECLARED.optional("ImportDate");

	/** What is read. */
	public static final List<Column> COLUMNS = DECLARED.list();

	/** Where it is kept. */
	public static final List<Grain<NetworkRow>> TABLES = List.of(Grain.<NetworkRow>of("network")
		.key("issuer_id", NetworkRow::issuerId)
		.key("network_id", NetworkRow::networkId)
		.first("network_name", NetworkRow::networkName)
		.first("network_url", NetworkRow::networkUrl)
		.count("source_rows")
		.build());

	/**
	 * Reads a row.
	 * @param values the values of a record
	 * @return the row
	 */
	public static NetworkRow of(Reading values) {
		int year = values.year(YEAR);
		String state = values.needed(STATE, 16);
		String issuer = values.issuer(ISSUER);
		String id = values.needed(ID, 40);
		String name = values.text(NAME, 400);
		String url = values.text(URL, 1000);
		values.lookAtIssuer(issuer, SECOND_ISSUER);
		values.lookAtDate(IMPORTED);
		return new NetworkRow(year, state, issuer, id, name, url, values.rules());
	}

	/**
	 * Reads what {@link #writeTo} wrote.
	 * @param in stands before it
	 * @return the row
	 */
	public static NetworkRow read(AvroIn in) {
		return new NetworkRow(in.integer(), in.text(), in.text(), in.text(), in.text(), in.text(), in.number());
	}

	@Override
	public void writeTo(AvroOut out) {
		out.number(this.businessYear);
		out.text(this.stateCode);
		out.text(this.issuerId);
		out.text(this.networkId);
		out.text(this.networkName);
		out.text(this.networkUrl);
		out.number(this.rules);
	}

	@Override
	public Dataset dataset() {
		return Dataset.NETWORK;
	}

}
