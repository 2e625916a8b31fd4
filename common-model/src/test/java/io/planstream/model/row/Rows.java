package io.planstream.model.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.planstream.model.csv.FieldReader;
import io.planstream.model.csv.Fields;
import io.planstream.model.csv.Problem;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.dataset.Header;
import io.planstream.model.dataset.Layout;
import io.planstream.model.dataset.Recognition;
import io.planstream.model.plan.PlanIndex;

/**
 * Reads rows from text the way a worker does.
 */
public final class Rows {

	private Rows() {
	}

	public static List<ParsedRow> of(String header, byte[] records, PlanIndex plans) {
		Recognition recognition = new Header(List.of(header.split(","))).recognise();
		Layout layout = ((Recognition.Known) recognition).layout();
		FieldReader fields = new FieldReader(layout);
		RowParser parser = layout.dataset().newParser(plans);
		List<ParsedRow> rows = new ArrayList<>();
		RecordBlock block = new RecordBlock();
		try (RecordReader reader = new RecordReader(new ByteArrayInputStream(records), 0, Long.MAX_VALUE, 2)) {
			while (reader.read(block, 1 << 16)) {
				fields.open(block);
				for (int record = 0; record < block.count(); record++) {
					Fields found = fields.next();
					rows.add((found != null) ? parser.parse(found)
							: new ParsedRow.Rejected(Problem.of(block.flaw(record))));
				}
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return rows;
	}

	public static ParsedRow one(String header, String record) {
		return of(header, record.getBytes(StandardCharsets.UTF_8), new PlanIndex()).get(0);
	}

}
