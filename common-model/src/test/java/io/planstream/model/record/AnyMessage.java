package io.planstream.model.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * Messages with any content that their schema allows, written by Avro itself. So a test
 * over all datasets needs no word about any of them.
 */
public final class AnyMessage {

	private static final List<String> TEXTS = List.of("", "Silver", "2016", "Rating Area 1", "na\u00efve",
			"\u65e5\u672c", "\u0092", "x".repeat(200));

	private final Random random;

	private final boolean few;

	private AnyMessage(Random random, boolean few) {
		this.random = random;
		this.few = few;
	}

	/**
	 * Messages of a schema.
	 */
	public static Arbitrary<byte[]> of(Schema schema) {
		return Arbitraries.randomValue((random) -> new AnyMessage(random, false).message(schema));
	}

	/**
	 * Records of any dataset whose values are so few that keys meet.
	 */
	public static Arbitrary<PublishedRecord> rows() {
		return Arbitraries.of(Dataset.values())
			.flatMap((dataset) -> Arbitraries
				.randomValue((random) -> row(new AnyMessage(random, true).message(dataset.schema().schema()), random)));
	}

	/** Lines are unique, as in a file. */
	private static PublishedRecord row(byte[] message, Random random) {
		PublishedRecord.OfRow any = (PublishedRecord.OfRow) new RecordDecoder().decode(message);
		return new PublishedRecord.OfRow(new Provenance(new RunId(1), 0, 1), 0, random.nextLong(2, 1L << 39),
				any.row());
	}

	private byte[] message(Schema schema) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			new BinaryMessageEncoder<>(GenericData.get(), schema).encode(value(schema), out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private Object value(Schema schema) {
		return switch (schema.getType()) {
			case RECORD -> {
				GenericData.Record record = new GenericData.Record(schema);
				schema.getFields().forEach((field) -> record.put(field.name(), field(field)));
				yield record;
			}
			case UNION -> value(schema.getTypes().get(this.random.nextInt(2)));
			case NULL -> null;
			case FIXED -> {
				byte[] bytes = new byte[schema.getFixedSize()];
				this.random.nextBytes(bytes);
				yield new GenericData.Fixed(schema, bytes);
			}
			case INT -> this.few ? this.random.nextInt(3) : this.random.nextInt();
			case LONG -> this.few ? this.random.nextLong(1000) : this.random.nextLong();
			case BOOLEAN -> this.random.nextBoolean();
			case ENUM -> new GenericData.EnumSymbol(schema,
					schema.getEnumSymbols().get(this.random.nextInt(schema.getEnumSymbols().size())));
			case STRING -> this.few ? Arrays.asList("a", "b").get(this.random.nextInt(2))
					: TEXTS.get(this.random.nextInt(TEXTS.size()));
			default -> throw new AssertionError(schema);
		};
	}

	/**
	 * Some fields hold no arbitrary value: rules are bits, datasets and reasons names.
	 */
	private Object field(Schema.Field field) {
		return switch (field.name()) {
			case "rules" -> (field.schema().getType() == Schema.Type.INT) ? (Object) this.random.nextInt(8)
					: (Object) this.random.nextLong(8);
			case "dataset" -> Dataset.values()[this.random.nextInt(Dataset.values().length)].id();
			case "reason" -> (field.schema().getType() == Schema.Type.STRING) ? "TOO_LONG" : value(field.schema());
			case "age" -> Arrays.asList("21", "22", "60").get(this.random.nextInt(3));
			default -> value(field.schema());
		};
	}

}
