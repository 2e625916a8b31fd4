package io.planstream.ingest.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.planstream.ingest.progress.RejectStore;
import io.planstream.ingest.progress.RejectedRow;
import io.planstream.model.RunId;

import org.springframework.stereotype.Component;

/**
 * Rejected rows as a CSV file, however many there are. Thread-safe.
 */
@Component
class RejectsCsv {

	/**
	 * A spreadsheet takes a field that begins like this for a formula; some pass over
	 * blanks, and some take the wide forms of the signs too.
	 */
	private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@|\uFF1D\uFF0B\uFF0D\uFF20].*|[\\t\\r\\n].*",
			Pattern.DOTALL);

	private final RejectStore rejects;

	RejectsCsv(RejectStore rejects) {
		this.rejects = rejects;
	}

	/**
	 * Writes all rejected rows of a run, in the order of the files. A field that a
	 * spreadsheet would take for a formula gets an apostrophe in front.
	 * @param run the run
	 * @param out takes them; it is flushed and stays open
	 * @throws IOException if it cannot be written
	 */
	void write(RunId run, OutputStream out) throws IOException {
		OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		CsvWriter csv = CsvWriter.builder().build(text);
		csv.writeRecord("file_name", "dataset", "line", "column", "reason", "message", "raw_text");
		this.rejects.each(run, (row) -> write(row, csv));
		csv.flush();
	}

	private static void write(RejectedRow row, CsvWriter csv) {
		csv.writeRecord(harmless(row.fileName()), row.dataset(), Long.toString(row.line()), harmless(row.column()),
				row.reason(), harmless(row.message()), harmless(row.rawText()));
	}

	static String harmless(String field) {
		return (field != null && FORMULA.matcher(field).matches()) ? "'" + field : field;
	}

}
