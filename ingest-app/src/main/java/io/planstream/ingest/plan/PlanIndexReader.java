package io.planstream.ingest.plan;

import java.io.IOException;

import io.planstream.ingest.outage.Halt;
import io.planstream.model.csv.FieldReader;
import io.planstream.model.csv.Fields;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.dataset.Layout;
import io.planstream.model.inspect.SliceRange;
import io.planstream.model.inspect.SourceFile.Place;
import io.planstream.model.plan.PlanIndex;
import io.planstream.model.plan.PlanRow;
import io.planstream.model.row.RowParser;

/**
 * Takes the plans of a file into an index by the same parser that publishes them.
 * Rejected rows do not enter.
 */
public final class PlanIndexReader {

	private static final int BLOCK_BYTES = 1 << 20;

	private static final int FILE_SHIFT = 40;

	private PlanIndexReader() {
	}

	/**
	 * Reads a part of a file. Any number of threads may read parts of one file into one
	 * index.
	 * @param index takes the plans
	 * @param fileNo number of the file
	 * @param place where its bytes are
	 * @param layout where its columns stand
	 * @param range the part
	 * @param halt ends the reading early; the index is then of no use
	 * @throws IOException if the file cannot be read
	 */
	public static void read(PlanIndex index, int fileNo, Place place, Layout layout, SliceRange range, Halt halt)
			throws IOException {
		RowParser parser = layout.dataset().newParser(index);
		FieldReader fields = new FieldReader(layout);
		RecordBlock block = new RecordBlock();
		try (RecordReader records = new RecordReader(place.open(range.startByte()), range.startByte(), range.endByte(),
				range.startLine())) {
			while (!halt.requested() && records.read(block, BLOCK_BYTES)) {
				fields.open(block);
				for (int record = 0; record < block.count(); record++) {
					Fields values = fields.next();
					if (values != null && parser.parse(values) instanceof PlanRow plan) {
						index.add(plan, ((long) fileNo << FILE_SHIFT) + block.line(record));
					}
				}
			}
		}
	}

}
