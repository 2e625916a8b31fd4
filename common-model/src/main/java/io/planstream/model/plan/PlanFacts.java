package io.planstream.model.plan;

import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.AvroOut;
import io.planstream.model.row.Reading;

/**
 * What a row of another dataset borrows from its plan.
 *
 * @param metalLevel for example {@code Silver}; dental plans have {@code Low} and
 * {@code High}
 * @param planType for example {@code HMO}
 * @param market {@code Individual}, {@code SHOP (Small Group)} or {@code Unknown}
 * @param coverage {@code Medical}, {@code Dental} or {@code Unknown}
 */
public record PlanFacts(String metalLevel, String planType, String market, String coverage) {

	/** The facts of a plan that nobody knows. */
	public static final PlanFacts UNKNOWN = new PlanFacts(Reading.UNKNOWN, Reading.UNKNOWN, Reading.UNKNOWN,
			Reading.UNKNOWN);

	/**
	 * Reads what {@link #writeTo} wrote.
	 * @param in stands before it
	 * @return the facts
	 */
	public static PlanFacts read(AvroIn in) {
		return new PlanFacts(in.text(), in.text(), in.text(), in.text());
	}

	/**
	 * Writes the four texts.
	 * @param out takes them
	 */
	public void writeTo(AvroOut out) {
		out.text(this.metalLevel);
		out.text(this.planType);
		out.text(this.market);
		out.text(this.coverage);
	}

}
