package io.planstream.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.planstream.ingest.slice.SliceProgress;
import io.planstream.model.csv.FieldReader;
import io.planstream.model.csv.Fields;
import io.planstream.model.csv.Problem;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.dataset.Layout;
import io.planstream.model.plan.PlanIndex;
import io.planstream.model.record.Partitions;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord.RawText;
import io.planstream.model.record.RecordEncoder;
import io.planstream.model.row.ParsedRow;
import io.planstream.model.row.Row;
import io.planstream.model.row.RowParser;

/**
 * Turns the records of one slice into messages. The same bytes, state and plans give the
 * same messages, however the slice is cut into blocks. For one thread.
 */
public final class BlockEncoder {

	private static final int SAMPLES = 5;

	private final Provenance from;

	private final Dataset dataset;

	private final RowParser parser;

	private final FieldReader fields;

	private final Routes routes;

	private final RecordEncoder encoder = new RecordEncoder();

	private final byte[] sliceKey;

	private final int rejectPartition;

	private final int largestMessage;

	private Messages rows;

	private Messages rejects;

	private long[] sequences;

	private long rejectSequence;

	private List<String> samples;

	/**
	 * An encoder of a slice.
	 * @param from run, slice and file
	 * @param partitions partition count of the run
	 * @param layout where the columns of the file stand
	 * @param plans plans of the run
	 */
	public BlockEncoder(Provenance from, int partitions, Layout layout, PlanIndex plans) {
		this(from, partitions, layout, plans, RecordEncoder.MAX_MESSAGE_BYTES);
	}

	/**
	 * No row of today's datasets reaches the limit, because their texts have their own.
	 */
	BlockEncoder(Provenance from, int partitions, Layout layout, PlanIndex plans, int largestMessage) {
		this.largestMessage = largestMessage;
		this.from = from;
		this.dataset = layout.dataset();
		this.parser = this.dataset.newParser(plans);
		this.fields = new FieldReader(layout);
		this.routes = new Routes(partitions);
		String key = Partitions.rejectKey(from.run(), from.slice());
		this.sliceKey = key.getBytes(StandardCharsets.UTF_8);
		this.rejectPartition = Partitions.of(key, partitions);
	}

	/**
	 * Encodes the next records.
	 * @param records whole records
	 * @param progress where the slice is before them
	 * @return the block
	 */
	public Block encode(RecordBlock records, SliceProgress progress) {
		begin(progress, records.count());
		this.fields.open(records);
		for (int record = 0; record < records.count(); record++) {
			encode(records, record);
		}
		return block(progress,
				new SliceProgress(records.endByte(), records.endLine(), this.sequences, this.rejectSequence,
						progress.rowsRead() + records.count(), progress.rowsPublished() + this.rows.count(),
						progress.rowsRejected() + this.rejects.count(), false));
	}

	/**
	 * Encodes the end of the slice, one record to each of its streams.
	 * @param progress where the slice is: at its end
	 * @return the last block
	 */
	public Block encodeEnd(SliceProgress progress) {
		begin(progress, this.sequences(progress));
		for (int partition = 0; partition < this.sequences.length; partition++) {
			long sequence = this.sequences[partition]++;
			this.rows.add(partition, this.sliceKey, this.encoder.endOfSlice(this.from, sequence, progress.line()));
		}
		this.rejects.add(this.rejectPartition, this.sliceKey,
				this.encoder.endOfSlice(this.from, this.rejectSequence++, progress.line()));
		return block(progress, new SliceProgress(progress.position(), progress.line(), this.sequences,
				this.rejectSequence, progress.rowsRead(), progress.rowsPublished(), progress.rowsRejected(), true));
	}

	private int sequences(SliceProgress progress) {
		return progress.sequences().length;
	}

	private void begin(SliceProgress progress, int capacity) {
		this.rows = new Messages(this.dataset.topic(), capacity);
		this.rejects = new Messages(Dataset.REJECT_TOPIC, 1);
		this.sequences = progress.sequences();
		this.rejectSequence = progress.rejectSequence();
		this.samples = new ArrayList<>();
	}

	private Block block(SliceProgress progress, SliceProgress to) {
		return new Block(this.from.slice(), this.rows, this.rejects, progress, to, this.samples);
	}

	private void encode(RecordBlock records, int record) {
		Fields values = this.fields.next();
		if (values == null) {
			reject(records, record, Problem.of(records.flaw(record)));
			return;
		}
		ParsedRow row = this.parser.parse(values);
		if (row instanceof Row accepted) {
			publish(records, record, accepted);
		}
		else {
			reject(records, record, ((ParsedRow.Rejected) row).problem());
		}
	}

	private void publish(RecordBlock records, int record, Row row) {
		Routes.Route route = this.routes.of(row.businessYear(), row.stateCode());
		byte[] message = this.encoder.row(this.from, this.sequences[route.partition()], records.line(record), row);
		if (message.length > this.largestMessage) {
			reject(records, record, new Problem(Problem.Reason.MESSAGE_TOO_LARGE, null, "The record makes a message of "
					+ message.length + " bytes; at most " + this.largestMessage + " are sent"));
			return;
		}
		this.sequences[route.partition()]++;
		this.rows.add(route.partition(), route.key(), message);
	}

	private void reject(RecordBlock records, int record, Problem problem) {
		long line = records.line(record);
		RawText raw = new RawText(records.text(record, RawText.LIMIT), records.length(record),
				sha256(records.content(record)));
		this.rejects.add(this.rejectPartition, this.sliceKey,
				this.encoder.reject(this.from, this.rejectSequence++, line, this.dataset, problem, raw));
		if (this.samples.size() < SAMPLES) {
			this.samples.add("line " + line + ": " + problem.message());
		}
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
