package io.planstream.model.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.planstream.model.RunId;
import io.planstream.model.avro.MessageSchema;
import io.planstream.model.avro.UndecodableRecordException;
import io.planstream.model.dataset.Dataset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordCodecTests {

	private final RecordEncoder encoder = new RecordEncoder();

	private final RecordDecoder decoder = new RecordDecoder();

	@Property
	void whatAvroWritesIsReadAndWrittenAgainByteForByte(@ForAll("rows") byte[] message) {
		PublishedRecord.OfRow record = (PublishedRecord.OfRow) this.decoder.decode(message);
		assertThat(this.encoder.row(record.provenance(), record.sequence(), record.line(), record.row()))
			.isEqualTo(message);
	}

	/** Both remember the texts of the message before. */
	@Property
	void aMessageIsTheSameWhateverWasReadAndWrittenBefore(
			@ForAll @Size(min = 1, max = 4) List<@From("rows") byte[]> messages,
			@ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> order) {
		for (int next : order) {
			byte[] message = messages.get(next % messages.size());
			PublishedRecord.OfRow record = (PublishedRecord.OfRow) this.decoder.decode(message);
			assertThat(record).isEqualTo(new RecordDecoder().decode(message));
			assertThat(this.encoder.row(record.provenance(), record.sequence(), record.line(), record.row()))
				.isEqualTo(message);
		}
	}

	@Property
	void aMessageAmongOthersReadsAsItDoesAlone(@ForAll @Size(max = 3) List<@From("rows") byte[]> before,
			@ForAll("rows") byte[] message, @ForAll("rows") byte[] after) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		before.forEach(all::writeBytes);
		int begin = all.size();
		all.writeBytes(message);
		int end = all.size();
		all.writeBytes(after);
		assertThat(this.decoder.decode(all.toByteArray(), begin, end)).isEqualTo(new RecordDecoder().decode(message));
		assertThat(this.decoder.provenance(all.toByteArray(), begin, end))
			.isEqualTo(new RecordDecoder().decode(message).provenance());
	}

	@Property
	void aMessageThatIsCutOffIsRefusedAlthoughAnotherFollows(@ForAll("rows") byte[] message, @ForAll int anywhere,
			@ForAll("rows") byte[] after) {
		int end = Math.floorMod(anywhere, message.length);
		byte[] both = Arrays.copyOf(message, end + after.length);
		System.arraycopy(after, 0, both, end, after.length);
		assertThatExceptionOfType(UndecodableRecordException.class).isThrownBy(() -> this.decoder.decode(both, 0, end));
	}

	@Property(tries = 200)
	void rejectsAndEndsAreReadAndWrittenAgainByteForByte(@ForAll("rejects") byte[] reject, @ForAll("ends") byte[] end) {
		PublishedRecord.OfReject record = (PublishedRecord.OfReject) this.decoder.decode(reject);
		assertThat(this.encoder.reject(record.provenance(), record.sequence(), record.line(), record.dataset(),
				record.problem(), record.raw()))
			.isEqualTo(reject);
		PublishedRecord last = this.decoder.decode(end);
		assertThat(this.encoder.endOfSlice(last.provenance(), last.sequence(), last.line())).isEqualTo(end);
	}

	@Property
	void messagesOfEarlierSchemasStillRead(@ForAll("earlier") Tuple.Tuple2<MessageSchema, byte[]> earlier) {
		PublishedRecord.OfRow record = (PublishedRecord.OfRow) this.decoder.decode(earlier.get2());
		byte[] now = this.encoder.row(record.provenance(), record.sequence(), record.line(), record.row());
		assertThat(content(earlier.get1().schema(), now)).isEqualTo(upgraded(earlier.get1(), earlier.get2()));
	}

	/** A field that is added needs a default, or the messages in the topics are lost. */
	@ParameterizedTest
	@EnumSource
	void aSchemaReadsWhatItsEarlierVersionsWrote(Dataset dataset) {
		for (Schema previous : dataset.schema().previous()) {
			assertThat(
					SchemaCompatibility.checkReaderWriterCompatibility(dataset.schema().schema(), previous).getType())
				.isEqualTo(SchemaCompatibilityType.COMPATIBLE);
		}
	}

	@Property
	void bytesThatAreNoMessageAreRefusedAndNothingElse(@ForAll byte[] noise, @ForAll("rows") byte[] message) {
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
		long used = IntStream.range(0, 200)
			.map((i) -> Partitions.of(Partitions.key(2014 + i % 3, "S" + i), 6))
			.distinct()
			.count();
		assertThat(used).isEqualTo(6);
	}

	@Provide
	Arbitrary<byte[]> rows() {
		return Arbitraries.of(Dataset.values()).flatMap((dataset) -> AnyMessage.of(dataset.schema().schema()));
	}

	@Provide
	Arbitrary<byte[]> rejects() {
		return AnyMessage.of(ControlSchemas.REJECT.schema());
	}

	@Provide
	Arbitrary<byte[]> ends() {
		return AnyMessage.of(ControlSchemas.END_OF_SLICE.schema());
	}

	@Provide
	Arbitrary<Tuple.Tuple2<MessageSchema, byte[]>> earlier() {
		return Arbitraries
			.of(Arrays.stream(Dataset.values())
				.map(Dataset::schema)
				.filter((schema) -> !schema.previous().isEmpty())
				.toList())
			.flatMap((schema) -> Arbitraries.of(schema.previous())
				.flatMap(AnyMessage::of)
				.map((message) -> Tuple.of(schema, message)));
	}

	private static GenericRecord content(Schema schema, byte[] message) {
		try {
			return new GenericDatumReader<GenericRecord>(schema).read(null, DecoderFactory.get()
				.binaryDecoder(message, MessageSchema.HEADER_BYTES, message.length - MessageSchema.HEADER_BYTES, null));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** By Avro alone: written with the schema that the message names, read with ours. */
	private static GenericRecord upgraded(MessageSchema schema, byte[] message) {
		Schema written = schema.previous()
			.stream()
			.filter((
					version) -> org.apache.avro.SchemaNormalization.parsingFingerprint64(version) == java.nio.ByteBuffer
						.wrap(message, 2, 8)
						.order(java.nio.ByteOrder.LITTLE_ENDIAN)
						.getLong())
			.findFirst()
			.orElseThrow();
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
			new GenericDatumWriter<GenericRecord>(written).write(content(written, message), encoder);
			encoder.flush();
			return new GenericDatumReader<GenericRecord>(written, schema.schema()).read(null,
					DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
