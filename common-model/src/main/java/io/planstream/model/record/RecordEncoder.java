package io.planstream.model.record;

import io.planstream.model.csv.Fields;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.csv.Problem;
import io.planstream.model.row.PlanAmounts;
import io.planstream.model.row.PlanFacts;
import io.planstream.model.row.PlanRow;
import io.planstream.model.row.RateRow;

/**
 * Writes records in Avro's single-object encoding: the same record gives the same bytes.
 * For one thread.
 */
public final class RecordEncoder {

	/** A row whose message would be larger than this is rejected: 512 KiB. */
	public static final int MAX_MESSAGE_BYTES = 512 * 1024;

	private final AvroOut out = new AvroOut();

	/**
	 * Encodes a rate.
	 * @param from where it comes from
	 * @param sequence its place in its partition
	 * @param line the line it begins in
	 * @param row the row
	 * @param plan what it borrows from its plan
	 * @return the message, a new array
	 */
	public byte[] rate(Provenance from, long sequence, long line, RateRow row, PlanFacts plan) {
		begin(Schemas.RATE, from, sequence, line);
		this.out.number(row.businessYear());
		this.out.text(row.stateCode());
		this.out.text(row.issuerId());
		this.out.text(row.planId());
		this.out.text(row.ratingArea());
		this.out.text(row.tobacco());
		this.out.text(row.age());
		cents(row.individualCents());
		cents(row.tobaccoCents());
		this.out.number(row.rules());
		this.out.text(plan.metalLevel());
		this.out.text(plan.planType());
		this.out.text(plan.market());
		this.out.text(plan.coverage());
		return this.out.toBytes();
	}

	/**
	 * Encodes a plan variant.
	 * @param from where it comes from
	 * @param sequence its place in its partition
	 * @param line the line it begins in
	 * @param row the row
	 * @param baseVariant whether this variant stands for the plan
	 * @return the message, a new array
	 */
	public byte[] plan(Provenance from, long sequence, long line, PlanRow row, boolean baseVariant) {
		begin(Schemas.PLAN, from, sequence, line);
		this.out.number(row.businessYear());
		this.out.text(row.stateCode());
		this.out.text(row.issuerId());
		this.out.text(row.planId());
		this.out.text(row.standardComponentId());
		this.out.text(row.productId());
		this.out.text(row.planName());
		this.out.text(row.facts().metalLevel());
		this.out.text(row.facts().planType());
		this.out.text(row.facts().market());
		this.out.text(row.facts().coverage());
		this.out.text(row.csrVariation());
		this.out.number(row.variant());
		this.out.flag(baseVariant);
		this.out.text(row.networkId());
		this.out.text(row.serviceAreaId());
		this.out.text(row.hsaEligible());
		this.out.text(row.newPlan());
		this.out.nullable(row.actuarialValue());
		amounts(row.deductible());
		amounts(row.outOfPocketMaximum());
		this.out.nullable(row.effectiveDay());
		this.out.nullable(row.expirationDay());
		this.out.number(row.rules());
		return this.out.toBytes();
	}

	/**
	 * Encodes a reject.
	 * @param from where it comes from
	 * @param sequence its place in its partition
	 * @param line the line it begins in
	 * @param dataset the dataset of its file
	 * @param problem why it is rejected
	 * @param raw the row as it was found
	 * @return the message, a new array
	 */
	public byte[] reject(Provenance from, long sequence, long line, Dataset dataset, Problem problem,
			PublishedRecord.RawText raw) {
		begin(Schemas.REJECT, from, sequence, line);
		this.out.text(dataset.id());
		this.out.nullable(problem.column());
		this.out.text(problem.reason().name());
		this.out.text(problem.message());
		this.out.text(raw.text());
		this.out.number(raw.length());
		this.out.text(raw.sha256());
		return this.out.toBytes();
	}

	/**
	 * Encodes the end of a slice.
	 * @param from where it comes from
	 * @param sequence its place in its partition
	 * @param line the line after the slice
	 * @return the message, a new array
	 */
	public byte[] endOfSlice(Provenance from, long sequence, long line) {
		begin(Schemas.END_OF_SLICE, from, sequence, line);
		return this.out.toBytes();
	}

	private void begin(Schemas schema, Provenance from, long sequence, long line) {
		this.out.begin(schema.fingerprint());
		this.out.fixed(from.run().value());
		this.out.number(from.slice());
		this.out.number(sequence);
		this.out.number(from.file());
		this.out.number(line);
	}

	private void cents(long cents) {
		if (cents == Fields.NO_AMOUNT) {
			this.out.number(0);
		}
		else {
			this.out.number(1);
			this.out.number(cents);
		}
	}

	private void amounts(PlanAmounts amounts) {
		this.out.nullable(amounts.individual());
		this.out.nullable(amounts.family());
		this.out.nullable(amounts.medicalIndividual());
		this.out.nullable(amounts.drugIndividual());
		this.out.nullable(amounts.medicalFamily());
		this.out.nullable(amounts.drugFamily());
	}

}
