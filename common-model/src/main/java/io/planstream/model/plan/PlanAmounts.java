package io.planstream.model.plan;

import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.AvroOut;

/**
 * A deductible or an out-of-pocket maximum of a plan, in cents; null is not given.
 * <p>
 * A plan that integrates medical and drug costs has one amount; one that does not has
 * two, which are kept apart and summed. Each is the amount of in-network tier 1, or the
 * combined in- and out-of-network amount where tier 1 has none.
 *
 * @param individual for one person: the integrated amount, or the sum of the two
 * @param family for a family: the same
 * @param medicalIndividual for one person, medical alone, where not integrated
 * @param drugIndividual for one person, drugs alone, where not integrated
 * @param medicalFamily for a family, medical alone, where not integrated
 * @param drugFamily for a family, drugs alone, where not integrated
 */
public record PlanAmounts(Long individual, Long family, Long medicalIndividual, Long drugIndividual, Long medicalFamily,
		Long drugFamily) {

	/** Nothing is given. */
	public static final PlanAmounts NONE = new PlanAmounts(null, null, null, null, null, null);

	static PlanAmounts read(AvroIn in) {
		return new PlanAmounts(in.nullableNumber(), in.nullableNumber(), in.nullableNumber(), in.nullableNumber(),
				in.nullableNumber(), in.nullableNumber());
	}

	void writeTo(AvroOut out) {
		out.nullable(this.individual);
		out.nullable(this.family);
		out.nullable(this.medicalIndividual);
		out.nullable(this.drugIndividual);
		out.nullable(this.medicalFamily);
		out.nullable(this.drugFamily);
	}

}
