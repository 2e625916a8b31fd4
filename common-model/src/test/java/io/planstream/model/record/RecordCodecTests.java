package io.planstream.model.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.junit.jupiter.api.Test;

import io.planstream.model.RunId;
import io.planstream.model.csv.Fields;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.row.PlanAmounts;
import io.planstream.model.row.PlanFacts;
import io.planstream.model.row.PlanRow;
import io.planstream.model.row.RateRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordCodecTests {

	private final RecordEncoder encoder = new RecordEncoder();

	private final RecordDecoder decoder = new RecordDecoder();

	@Property
	void aRateComesBackAsItWas(@ForAll("provenances") Provenance from, @ForAll long sequence,
			@ForAll("rates") RateRow row, @ForAll("facts") PlanFacts plan) {
		byte[] message = this.encoder.rate(from, sequence, 7, row, plan);
		assertThat(this.decoder.decode(message)).isEqualTo(new PublishedRecord.OfRate(from, sequence, 7, row, plan));
		assertThat(message).isEqualTo(rewritten(Schemas.RATE, message));
	}

	@Property
	void aPlanComesBackAsItWas(@ForAll("provenances") Provenance from, @ForAll("plans") PlanRow row,
			@ForAll boolean base) {
		byte[] message = this.encoder.plan(from, 3, 4, row, base);
		assertThat(this.decoder.decode(message)).isEqualTo(new PublishedRecord.OfPlan(from, 3, 4, row, base));
		assertThat(message).isEqualTo(rewritten(Schemas.PLAN, message));
	}

	@Property
	void aRejectComesBackAsItWas(@ForAll("provenances") Provenance from, @ForAll("texts") String raw) {
		PublishedRecord.RawText text = new PublishedRecord.RawText(raw, raw.length(), "ab");
		Problem problem = new Problem(Problem.Reason.TOO_LONG, raw.isEmpty() ? null : raw, "message");
		byte[] message = this.encoder.reject(from, 3, 4, Dataset.RATE, problem, text);
		assertThat(this.decoder.decode(message))
			.isEqualTo(new PublishedRecord.OfReject(from, 3, 4, Dataset.RATE, problem, text));
		assertThat(message).isEqualTo(rewritten(Schemas.REJECT, message));
	}

	@Property
	void bytesThatAreNoMessageAreRefusedAndNothingElse(@ForAll byte[] noise, @ForAll("rates") RateRow row) {
		byte[] message = this.encoder.rate(new Provenance(new RunId(1), 2, 3), 4, 5, row, PlanFacts.UNKNOWN);
		byte[] damaged = Arrays.copyOf(message, 10 + noise.length);
		System.arraycopy(noise, 0, damaged, 10, noise.length);
		try {
			this.decoder.decode(damaged);
		}
		catch (UndecodableRecordException ex) {
			assertThat(ex).hasMessageMatching(".+");
		}
		assertThatExceptionOfType(UndecodableRecordException.class).isThrownBy(() -> this.decoder.decode(noise));
	}

	@Test
	void aMessageOfAnotherReleaseSaysSo() {
		byte[] message = this.encoder.endOfSlice(new Provenance(new RunId(1), 2, 3), 4, 5);
		message[5] ^= 1;
		assertThatExceptionOfType(UndecodableRecordException.class).isThrownBy(() -> this.decoder.decode(message))
			.withMessageContaining("another release");
	}

	@Test
	void theKeyDecidesThePartition() {
		assertThat(Partitions.of(Partitions.key(2014, "AK"), 6)).isEqualTo(Partitions.of("2014|AK", 6)).isBetween(0, 5);
		long used = java.util.stream.IntStream.range(0, 200)
			.map((i) -> Partitions.of(Partitions.key(2014 + i % 3, "S" + i), 6))
			.distinct()
			.count();
		assertThat(used).isEqualTo(6);
	}

	/** Read and written again by Avro itself. */
	private static byte[] rewritten(Schemas schema, byte[] message) {
		try {
			BinaryMessageDecoder<GenericRecord> single = new BinaryMessageDecoder<>(GenericData.get(), schema.schema());
			assertThat(single.decode(message)).isNotNull();
			GenericRecord record = new GenericDatumReader<GenericRecord>(schema.schema()).read(null,
					DecoderFactory.get().binaryDecoder(message, 10, message.length - 10, null));
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			out.write(message, 0, 10);
			BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
			new GenericDatumWriter<GenericRecord>(schema.schema()).write(record, encoder);
			encoder.flush();
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries.oneOf(Arbitraries.of("", "Silver", "2016", "Rating Area 1", "naïve", "日本", "\u0092"),
				Arbitraries.strings().ascii().ofMaxLength(200));
	}

	@Provide
	Arbitrary<Provenance> provenances() {
		return Combinators
			.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 5000), Arbitraries.integers().between(1, 9))
			.as((run, slice, file) -> new Provenance(new RunId(run), slice, file));
	}

	@Provide
	Arbitrary<PlanFacts> facts() {
		return Combinators.combine(texts(), texts(), texts(), texts()).as(PlanFacts::new);
	}

	@Provide
	Arbitrary<RateRow> rates() {
		Arbitrary<Long> cents = Arbitraries.oneOf(Arbitraries.just(Fields.NO_AMOUNT),
				Arbitraries.longs().between(0, Fields.MAX_CENTS));
		return Combinators.combine(texts(), texts(), texts(), texts(), texts(), texts(), cents, cents)
			.as((state, issuer, plan, area, tobacco, age, rate, tobaccoRate) -> new RateRow(2016, state, issuer, plan,
					area, tobacco, age, rate, tobaccoRate, 4));
	}

	@Provide
	Arbitrary<PlanRow> plans() {
		Arbitrary<Long> amount = Arbitraries.longs().between(0, 1_000_000).injectNull(0.3);
		Arbitrary<PlanAmounts> amounts = Combinators.combine(amount, amount, amount, amount, amount, amount)
			.as(PlanAmounts::new);
		Arbitrary<Integer> number = Arbitraries.integers().injectNull(0.3);
		return Combinators.combine(texts(), texts(), facts(), number, amounts, amounts, number, number)
			.as((one, other, facts, value, deductible, maximum, from, to) -> new PlanRow(2016, one, other, one, other,
					one, other, facts, one, 1, other, one, other, one, value, deductible, maximum, from, to, 8));
	}

}
