package io.planstream.generator.territory;

import java.util.List;

import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Digits;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Issuer;
import io.planstream.generator.market.Purpose;
import io.planstream.generator.market.State;

/**
 * The networks and service areas of an issuer in a year.
 *
 * @param year the year
 * @param state the state
 * @param issuer the issuer
 * @param networks how many networks it has, at least one
 * @param repeatedNetworks how many rows more than networks it files
 * @param areas its service areas, at least one
 */
public record Territory(BusinessYear year, State state, Issuer issuer, int networks, int repeatedNetworks,
		List<ServiceArea> areas) {

	/**
	 * The id of a network.
	 * @param number 1, 2, ...
	 * @return such as {@code TXN001}
	 */
	public String networkId(int number) {
		return this.state.name() + "N" + Digits.padded(number, 3);
	}

	/**
	 * The id of a service area.
	 * @param area one of the areas
	 * @return such as {@code TXS001}
	 */
	public String areaId(ServiceArea area) {
		return this.state.name() + "S" + Digits.padded(area.number(), 3);
	}

	/**
	 * The network of a plan.
	 * @param plan its standard component id
	 * @param seed the seed of the data set
	 * @return the network's id
	 */
	public String networkOf(String plan, long seed) {
		return networkId(1 + place(plan, seed, 0).below(this.networks));
	}

	/**
	 * The service area of a plan.
	 * @param plan its standard component id
	 * @param seed the seed of the data set
	 * @return the area
	 */
	public ServiceArea areaOf(String plan, long seed) {
		return this.areas.get(place(plan, seed, 1).below(this.areas.size()));
	}

	private Draws place(String plan, long seed, int which) {
		return Draws.of(seed, Purpose.PLACE, this.year.number(), plan.hashCode(), which);
	}

}
