package io.planstream.ingest.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.planstream.ingest.slice.SliceProgress;
import io.planstream.model.RunId;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.dataset.Header;
import io.planstream.model.dataset.Layout;
import io.planstream.model.dataset.Recognition;
import io.planstream.model.record.Provenance;
import io.planstream.model.plan.PlanIndex;

/**
 * Encodes texts as slices.
 */
final class Slices {

	static final int PARTITIONS = 4;

	static final Provenance FROM = new Provenance(new RunId(0x1234), 7, 2);

	static final List<String> COLUMNS = List.of("BusinessYear", "StateCode", "IssuerId", "PlanId", "RatingAreaId",
			"Tobacco", "Age", "IndividualRate", "IndividualTobaccoRate");

	private Slices() {
	}

	static BlockEncoder encoder() {
		return new BlockEncoder(FROM, PARTITIONS, layout(COLUMNS), new PlanIndex());
	}

	static BlockEncoder encoderOfMessagesUpTo(int bytes) {
		return new BlockEncoder(FROM, PARTITIONS, layout(COLUMNS), new PlanIndex(), bytes);
	}

	static Layout layout(List<String> columns) {
		return ((Recognition.Known) new Header(columns).recognise()).layout();
	}

	/**
	 * The blocks of a text, cut about every so many bytes, and the block that ends it.
	 */
	static List<Block> blocks(String text, int blockBytes) {
		return blocks(encoder(), text, SliceProgress.start(0, 2, PARTITIONS), blockBytes);
	}

	static List<Block> blocks(BlockEncoder encoder, String text, SliceProgress from, int blockBytes) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		List<Block> blocks = new ArrayList<>();
		int offset = (int) from.position();
		ByteArrayInputStream rest = new ByteArrayInputStream(bytes, offset, bytes.length - offset);
		RecordBlock records = new RecordBlock();
		SliceProgress progress = from;
		try (RecordReader reader = new RecordReader(rest, offset, bytes.length, from.line())) {
			while (reader.read(records, blockBytes)) {
				blocks.add(encoder.encode(records, progress));
				progress = blocks.get(blocks.size() - 1).to();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		blocks.add(encoder.encodeEnd(progress));
		return blocks;
	}

}
