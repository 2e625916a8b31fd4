package io.planstream.model.record;

import io.planstream.model.RunId;
import io.planstream.model.csv.Fields;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.row.PlanAmounts;
import io.planstream.model.row.PlanFacts;
import io.planstream.model.row.PlanRow;
import io.planstream.model.row.RateRow;

/**
 * Reads what {@link RecordEncoder} writes. Repeated texts, provenances and plan facts are
 * mostly the same objects. For one thread.
 */
public final class RecordDecoder {

	private final AvroIn in = new AvroIn();

	private Provenance provenance;

	private PlanFacts facts = PlanFacts.UNKNOWN;

	/**
	 * Decodes a message.
	 * @param message the value of a Kafka record
	 * @return the record
	 * @throws UndecodableRecordException if the bytes are no record of a known schema
	 */
	public PublishedRecord decode(byte[] message) {
		if (message == null || message.length < 10 || message[0] != (byte) 0xC3 || message[1] != 0x01) {
			throw new UndecodableRecordException("The message does not begin like an Avro single object");
		}
		try {
			return decodeBody(Schemas.of(fingerprint(message)), message);
		}
		catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException ex) {
			throw new UndecodableRecordException("The message does not follow the schema it names", ex);
		}
	}

	private PublishedRecord decodeBody(Schemas schema, byte[] message) {
		this.in.open(message, 10);
		long run = this.in.fixed();
		int slice = this.in.integer();
		long sequence = this.in.number();
		Provenance from = provenance(run, slice, this.in.integer());
		long line = this.in.number();
		PublishedRecord record = switch (schema) {
			case RATE -> rate(from, sequence, line);
			case PLAN -> plan(from, sequence, line);
			case REJECT -> reject(from, sequence, line);
			case END_OF_SLICE -> new PublishedRecord.EndOfSlice(from, sequence, line);
		};
		if (!this.in.exhausted()) {
			throw new UndecodableRecordException("The message is longer than its schema says");
		}
		return record;
	}

	private PublishedRecord rate(Provenance from, long sequence, long line) {
		RateRow row = new RateRow(this.in.integer(), this.in.text(), this.in.text(), this.in.text(), this.in.text(),
				this.in.text(), this.in.text(), this.in.number(Fields.NO_AMOUNT), this.in.number(Fields.NO_AMOUNT),
				this.in.integer());
		return new PublishedRecord.OfRate(from, sequence, line, row, facts());
	}

	private PublishedRecord plan(Provenance from, long sequence, long line) {
		int businessYear = this.in.integer();
		String state = this.in.text();
		String issuer = this.in.text();
		String plan = this.in.text();
		String component = this.in.text();
		String product = this.in.text();
		String name = this.in.text();
		PlanFacts planFacts = facts();
		String csrVariation = this.in.text();
		int variant = this.in.integer();
		boolean base = this.in.flag();
		PlanRow row = new PlanRow(businessYear, state, issuer, plan, component, product, name, planFacts, csrVariation,
				variant, this.in.text(), this.in.text(), this.in.text(), this.in.text(), this.in.nullableInteger(),
				amounts(), amounts(), this.in.nullableInteger(), this.in.nullableInteger(), this.in.integer());
		return new PublishedRecord.OfPlan(from, sequence, line, row, base);
	}

	private PublishedRecord reject(Provenance from, long sequence, long line) {
		String id = this.in.text();
		Dataset dataset = Dataset.byId(id)
			.orElseThrow(() -> new UndecodableRecordException("No dataset is called '" + id + "'"));
		String column = this.in.nullableText();
		Problem.Reason reason = Problem.Reason.valueOf(this.in.text());
		Problem problem = new Problem(reason, column, this.in.text());
		return new PublishedRecord.OfReject(from, sequence, line, dataset, problem,
				new PublishedRecord.RawText(this.in.text(), this.in.number(), this.in.text()));
	}

	private PlanAmounts amounts() {
		return new PlanAmounts(this.in.nullableNumber(), this.in.nullableNumber(), this.in.nullableNumber(),
				this.in.nullableNumber(), this.in.nullableNumber(), this.in.nullableNumber());
	}

	private Provenance provenance(long run, int slice, int file) {
		Provenance last = this.provenance;
		if (last == null || last.run().value() != run || last.slice() != slice || last.file() != file) {
			this.provenance = new Provenance(new RunId(run), slice, file);
		}
		return this.provenance;
	}

	/** Compares by identity, which is enough: the texts come from one cache. */
	private PlanFacts facts() {
		String metalLevel = this.in.text();
		String planType = this.in.text();
		String market = this.in.text();
		String coverage = this.in.text();
		PlanFacts last = this.facts;
		if (last.metalLevel() != metalLevel || last.planType() != planType || last.market() != market
				|| last.coverage() != coverage) {
			this.facts = new PlanFacts(metalLevel, planType, market, coverage);
		}
		return this.facts;
	}

	private static long fingerprint(byte[] message) {
		long fingerprint = 0;
		for (int i = 9; i >= 2; i--) {
			fingerprint = fingerprint << 8 | message[i] & 0xFF;
		}
		return fingerprint;
	}

}
