package io.planstream.model.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * The Avro schema of one kind of message, with the earlier versions of it that may still
 * lie in a topic. In Avro's single-object encoding a message begins with two marker bytes
 * and the fingerprint of the schema it was written with. Immutable and thread-safe.
 */
public final class MessageSchema {

	/** Bytes of a message before its fields. */
	public static final int HEADER_BYTES = 10;

	private final Version current;

	private final List<Version> previous;

	private MessageSchema(Version current, List<Version> previous) {
		this.current = current;
		this.previous = previous;
	}

	/**
	 * Loads a schema from {@code src/main/avro}.
	 * @param name its name
	 * @param version number of its current version; the earlier ones are in folder
	 * {@code previous}
	 * @return the schema
	 */
	public static MessageSchema of(String name, int version) {
		List<Version> previous = new ArrayList<>();
		for (int earlier = 1; earlier < version; earlier++) {
			previous.add(Version.load("previous/" + name + "-" + earlier));
		}
		return new MessageSchema(Version.load(name), List.copyOf(previous));
	}

	/**
	 * The current version.
	 * @return as Avro knows it
	 */
	public Schema schema() {
		return this.current.schema();
	}

	/**
	 * The versions that messages are read of but not written in any more.
	 * @return the oldest first
	 */
	public List<Schema> previous() {
		return this.previous.stream().map(Version::schema).toList();
	}

	/**
	 * What a message of the current version begins with, after two marker bytes.
	 * @return Avro's 64-bit fingerprint
	 */
	public long fingerprint() {
		return this.current.fingerprint();
	}

	/**
	 * A message of an earlier version in the form of the current one, by Avro's rules of
	 * schema resolution.
	 * @param fingerprint the version that the message names
	 * @param message the whole message
	 * @return a message of the current version, if the fingerprint is of an earlier one
	 * @throws UndecodableRecordException if the message does not follow its schema
	 */
	public Optional<byte[]> upgraded(long fingerprint, byte[] message) {
		return this.previous.stream()
			.filter((version) -> version.fingerprint() == fingerprint)
			.findFirst()
			.map((version) -> upgraded(version.schema(), message));
	}

	private byte[] upgraded(Schema written, byte[] message) {
		try {
			GenericRecord content = new GenericDatumReader<GenericRecord>(written, schema()).read(null,
					DecoderFactory.get().binaryDecoder(message, HEADER_BYTES, message.length - HEADER_BYTES, null));
			ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 16);
			AvroOut header = new AvroOut();
			header.begin(fingerprint());
			out.write(header.toBytes());
			BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
			new GenericDatumWriter<GenericRecord>(schema()).write(content, encoder);
			encoder.flush();
			return out.toByteArray();
		}
		catch (IOException | RuntimeException ex) {
			throw new UndecodableRecordException("The message does not follow the earlier schema it names", ex);
		}
	}

	private record Version(Schema schema, long fingerprint) {

		static Version load(String name) {
			String resource = "/io/planstream/model/avro/" + name + ".avsc";
			try (InputStream in = MessageSchema.class.getResourceAsStream(resource)) {
				Schema schema = new Schema.Parser().parse(in);
				return new Version(schema, SchemaNormalization.parsingFingerprint64(schema));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(resource, ex);
			}
		}

	}

}
