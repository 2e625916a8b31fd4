package io.planstream.model.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The Avro schemas of what is published. In Avro's single-object encoding a message
 * begins with the fingerprint of its schema.
 */
public enum Schemas {

	/** {@link PublishedRecord.OfRate}. */
	RATE("Rate"),

	/** {@link PublishedRecord.OfPlan}. */
	PLAN("Plan"),

	/** {@link PublishedRecord.OfReject}. */
	REJECT("Reject"),

	/** {@link PublishedRecord.EndOfSlice}. */
	END_OF_SLICE("EndOfSlice");

	private final Schema schema;

	private final long fingerprint;

	Schemas(String name) {
		String resource = "/io/planstream/model/avro/" + name + ".avsc";
		try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
			this.schema = new Schema.Parser().parse(in);
			this.fingerprint = SchemaNormalization.parsingFingerprint64(this.schema);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(resource, ex);
		}
	}

	/**
	 * The schema.
	 * @return as Avro knows it
	 */
	public Schema schema() {
		return this.schema;
	}

	/**
	 * What a message of the schema begins with, after two marker bytes.
	 * @return Avro's 64-bit fingerprint
	 */
	public long fingerprint() {
		return this.fingerprint;
	}

	static Schemas of(long fingerprint) {
		for (Schemas candidate : values()) {
			if (candidate.fingerprint == fingerprint) {
				return candidate;
			}
		}
		throw new UndecodableRecordException("The message names a schema that this release does not know: "
				+ Long.toHexString(fingerprint) + ". It was published by another release");
	}

}
