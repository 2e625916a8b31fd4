package io.planstream.generator.attributes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import io.planstream.generator.csv.CsvBytes;
import io.planstream.generator.market.Census;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Filing;
import io.planstream.generator.market.Plan;
import io.planstream.generator.market.Purpose;
import io.planstream.generator.territory.Territories;
import io.planstream.generator.territory.Territory;

/**
 * Writes {@code PlanAttributes.csv}, a row per variant of a plan. Not safe for use by
 * several threads.
 */
public final class PlanAttributesWriter implements AutoCloseable {

	// Plans stand in the forms from this row on.
	private static final int FIRST_ROW = 4;

	private final CsvBytes csv;

	private final Census census;

	private final Territories territories;

	private final long seed;

	private final AttributeRow row = new AttributeRow();

	private int lastIssuer;

	private int rowNumber;

	private long rows;

	/**
	 * Begin a file with its header.
	 * @param out where to write, closed with the writer
	 * @param census the plans sold
	 * @param territories the networks and service areas of the issuers
	 * @param seed the seed of the data set
	 * @throws IOException if it cannot be written
	 */
	public PlanAttributesWriter(OutputStream out, Census census, Territories territories, long seed)
			throws IOException {
		this.csv = new CsvBytes(out);
		this.census = census;
		this.territories = territories;
		this.seed = seed;
		this.csv.raw(AttributeRow.header().getBytes(StandardCharsets.US_ASCII));
		this.csv.raw('\n');
	}

	/**
	 * Write all variants of a plan.
	 * @param plan the plan, perhaps without any
	 * @throws IOException if they cannot be written
	 */
	public void write(Plan plan) throws IOException {
		for (int variant : plan.variants()) {
			write(plan, variant);
		}
		if (plan.repeated()) {
			write(plan, plan.variants().get(0));
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

	private void write(Plan plan, int variant) throws IOException {
		this.row.clear();
		PlanIdentity identity = new PlanIdentity(this.row, plan, plan.draws(this.seed, Purpose.IDENTITY));
		identity.fill(Filing.of(plan, this.seed), nextRowNumber(plan));
		identity.fillVariant(variant);
		this.row.set(this.census.typeOf(plan).label(), "PlanType");
		fillTerritory(plan);
		new PlanTexts(this.row, plan, plan.draws(this.seed, Purpose.TEXTS)).fill();
		PlanTraits traits = new PlanTraits(this.row, plan, plan.draws(this.seed, Purpose.TRAITS));
		traits.fill();
		Draws money = plan.draws(this.seed, Purpose.COST_SHARING);
		Limits limits = Limits.draw(plan.year(), plan.kind().metal(), money).ofVariant(variant);
		new CostSharing(this.row, plan, limits, money).fill(money);
		traits.fillVariant(variant, limits);
		this.row.write(this.csv);
		this.rows++;
	}

	private void fillTerritory(Plan plan) {
		Territory territory = this.territories.of(plan.year(), plan.issuer());
		this.row.set(territory.networkOf(plan.id(), this.seed), "NetworkId");
		this.row.set(territory.areaId(territory.areaOf(plan.id(), this.seed)), "ServiceAreaId");
	}

	private int nextRowNumber(Plan plan) {
		boolean same = plan.issuer().id() == this.lastIssuer;
		this.lastIssuer = plan.issuer().id();
		this.rowNumber = same ? this.rowNumber + 1 : FIRST_ROW;
		return this.rowNumber;
	}

}
