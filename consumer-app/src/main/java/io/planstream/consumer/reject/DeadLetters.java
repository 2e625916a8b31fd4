package io.planstream.consumer.reject;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.planstream.model.aggregate.Change;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.avro.UndecodableRecordException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.stereotype.Component;

/**
 * Keeps records that can never be applied, within the transaction that moves past them.
 * Thread-safe.
 */
@Component
public class DeadLetters {

	/** Where the payload is cut: 1 MiB. */
	static final int PAYLOAD_LIMIT = 1024 * 1024;

	private static final int MESSAGE_LIMIT = 1000;

	/** Payloads are large, and a statement is built in memory. */
	private static final int ROWS_PER_STATEMENT = 16;

	/** A record that is read again, from a position set back, is the same dead letter. */
	private static final String SQL = "insert into dead_letter (topic, `partition`, record_offset, topic_id, run_id, slice, "
			+ "sequence, reason, message, payload, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
			+ "on duplicate key update topic = values(topic)";

	private final DeadLetterRepository repository;

	private final Clock clock;

	DeadLetters(DeadLetterRepository repository, Clock clock) {
		this.repository = repository;
		this.clock = clock;
	}

	/**
	 * A record that is going to be kept.
	 *
	 * @param source the record as Kafka delivered it
	 * @param topicId identity of its topic
	 * @param record what it says, or null if it cannot be decoded
	 * @param failure why it cannot be applied
	 */
	public record Letter(ConsumerRecord<byte[], byte[]> source, String topicId, PublishedRecord record,
			Throwable failure) {
	}

	/**
	 * Stores dead letters.
	 * @param letters the records, in the order of topic, partition and offset
	 */
	public void keep(List<Letter> letters) {
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		for (int from = 0; from < letters.size(); from += ROWS_PER_STATEMENT) {
			List<Object[]> rows = new ArrayList<>();
			for (Letter letter : letters.subList(from, Math.min(letters.size(), from + ROWS_PER_STATEMENT))) {
				rows.add(row(letter, now));
			}
			this.repository.execute(new Change("dead_letter", SQL, rows));
		}
	}

	private static Object[] row(Letter letter, LocalDateTime now) {
		ConsumerRecord<byte[], byte[]> source = letter.source();
		PublishedRecord record = letter.record();
		Throwable root = root(letter.failure());
		return new Object[] { source.topic(), source.partition(), source.offset(), letter.topicId(),
				(record != null) ? record.provenance().run().toString() : null,
				(record != null) ? record.provenance().slice() : null, (record != null) ? record.sequence() : null,
				reason(root), cut(String.valueOf(root.getMessage()), MESSAGE_LIMIT), payload(source.value()), now };
	}

	private static String reason(Throwable root) {
		if (root instanceof UndecodableRecordException) {
			return "UNDECODABLE";
		}
		return (root instanceof SQLException) ? "REFUSED_BY_DATABASE" : "NOT_FOLDABLE";
	}

	private static Throwable root(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		return root;
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
