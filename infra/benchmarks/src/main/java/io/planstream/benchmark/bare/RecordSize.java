package io.planstream.benchmark.bare;

import java.io.IOException;

import de.siegmar.fastcsv.reader.CsvReader;
import io.planstream.benchmark.ground.Sample;
import io.planstream.model.RunId;
import io.planstream.model.rate.RateRow;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.RecordEncoder;

/**
 * How large messages of rates are.
 */
public final class RecordSize {

	private static final int ROWS = 20_000;

	private RecordSize() {
	}

	/**
	 * The mean size of the first messages.
	 * @param sample the files
	 * @return bytes
	 * @throws IOException if a file cannot be read
	 */
	public static long of(Sample sample) throws IOException {
		RecordEncoder encoder = new RecordEncoder();
		Provenance from = new Provenance(new RunId(1), 1, 1);
		long bytes = 0;
		long rows = 0;
		try (CsvReader<RateRow> records = RateFields.reader(FilePart.cut(sample.rates(), 1).get(0),
				PlanList.read(sample.plans()))) {
			for (RateRow row : records) {
				bytes += encoder.row(from, rows, rows, row).length;
				if (++rows == ROWS) {
					break;
				}
			}
		}
		return bytes / rows;
	}

}
