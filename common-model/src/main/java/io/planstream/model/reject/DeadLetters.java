package io.planstream.model.reject;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.planstream.model.aggregate.Change;
import io.planstream.model.avro.UndecodableRecordException;
import io.planstream.model.failure.Failure;
import io.planstream.model.record.PublishedRecord;

/**
 * How records that can never be applied are kept.
 */
public final class DeadLetters {

	/** Where the payload is cut: 1 MiB. */
	static final int PAYLOAD_LIMIT = 1024 * 1024;

	private static final int MESSAGE_LIMIT = 1000;

	/** Payloads are large, and a statement is built in memory. */
	private static final int ROWS_PER_STATEMENT = 16;

	/** A record that is read again, from a position set back, is the same dead letter. */
	private static final String SQL = "insert into dead_letter (topic, `partition`, record_offset, topic_id, run_id, slice, "
			+ "sequence, reason, message, payload, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
			+ "on duplicate key update topic = values(topic)";

	private DeadLetters() {
	}

	/**
	 * A record that is going to be kept.
	 *
	 * @param topic its topic
	 * @param partition its partition
	 * @param offset its offset
	 * @param topicId identity of its topic
	 * @param value its message, or null if it has none
	 * @param record what it says, or null if it cannot be decoded
	 * @param failure why it cannot be applied
	 */
	public record Letter(String topic, int partition, long offset, String topicId, byte[] value, PublishedRecord record,
			Throwable failure) {

		@Override
		public String toString() {
			return "Record " + this.topic + "-" + this.partition + "@" + this.offset
					+ " can never be applied and becomes a dead letter";
		}

	}

	/**
	 * What keeps dead letters, within the transaction that moves past them.
	 * @param letters the records, in the order of topic, partition and offset
	 * @param now when they are kept
	 * @return the changes, in their order
	 */
	public static List<Change> changes(List<Letter> letters, Instant now) {
		LocalDateTime moment = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
		List<Change> changes = new ArrayList<>();
		for (int from = 0; from < letters.size(); from += ROWS_PER_STATEMENT) {
			List<Object[]> rows = new ArrayList<>();
			for (Letter letter : letters.subList(from, Math.min(letters.size(), from + ROWS_PER_STATEMENT))) {
				rows.add(row(letter, moment));
			}
			changes.add(new Change("dead_letter", SQL, rows));
		}
		return changes;
	}

	private static Object[] row(Letter letter, LocalDateTime now) {
		PublishedRecord record = letter.record();
		Throwable root = Failure.root(letter.failure());
		return new Object[] { letter.topic(), letter.partition(), letter.offset(), letter.topicId(),
				(record != null) ? record.provenance().run().toString() : null,
				(record != null) ? record.provenance().slice() : null, (record != null) ? record.sequence() : null,
				reason(root), cut(String.valueOf(root.getMessage()), MESSAGE_LIMIT), payload(letter.value()), now };
	}

	private static String reason(Throwable root) {
		if (root instanceof UndecodableRecordException) {
			return "UNDECODABLE";
		}
		return (root instanceof SQLException) ? "REFUSED_BY_DATABASE" : "NOT_FOLDABLE";
	}

	private static String cut(String text, int limit) {
		return (text.codePointCount(0, text.length()) <= limit) ? text
				: text.substring(0, text.offsetByCodePoints(0, limit));
	}

	private static byte[] payload(byte[] value) {
		if (value == null) {
			return new byte[0];
		}
		return (value.length <= PAYLOAD_LIMIT) ? value : Arrays.copyOf(value, PAYLOAD_LIMIT);
	}

}
