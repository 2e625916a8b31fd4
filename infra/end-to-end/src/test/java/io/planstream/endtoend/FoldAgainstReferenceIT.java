package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.planstream.model.RunId;
import io.planstream.model.aggregate.Change;
import io.planstream.model.aggregate.Fold;
import io.planstream.model.csv.FieldReader;
import io.planstream.model.csv.Fields;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.inspect.Inspector;
import io.planstream.model.inspect.SliceRange;
import io.planstream.model.inspect.SourceFile;
import io.planstream.model.plan.PlanIndex;
import io.planstream.model.plan.PlanRow;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.RecordDecoder;
import io.planstream.model.record.RecordEncoder;
import io.planstream.model.row.ParsedRow;
import io.planstream.model.row.Row;
import io.planstream.model.row.RowParser;
import io.planstream.testsupport.reference.Excerpts;
import io.planstream.testsupport.reference.Reference;
import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract alone, from bytes to tables, without applications and broker: what is
 * wrong here is wrong in the reading, the messages, the fold or its statements.
 */
class FoldAgainstReferenceIT {

	private static final int BATCH = 5_000;

	private static TestDatabase database;

	private final RecordEncoder encoder = new RecordEncoder();

	private final RecordDecoder decoder = new RecordDecoder();

	private Fold fold = new Fold();

	private int folded;

	@BeforeAll
	static void start() {
		database = TestDatabase.create();
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@Test
	void theExcerptsOfTheRealFilesComeToWhatIsCountedIndependently() throws IOException {
		Assumptions.assumeTrue(Excerpts.find().isPresent(), Excerpts.missing());
		apply(Excerpts.find().orElseThrow(), 1);
		assertEqualsReference(Excerpts.find().orElseThrow(), 1);
	}

	@Test
	void generatedFilesComeToWhatIsCountedIndependently() throws IOException {
		Path data = Samples.of(0.004, 11);
		apply(data, 2);
		assertEqualsReference(data, 2);
	}

	private static void assertEqualsReference(Path data, int run) throws IOException {
		new TablesAgainstReference(database.rootClient(), new RunId(run).toString())
			.assertEqual(Reference.ofFolder(data));
	}

	private void apply(Path data, int run) throws IOException {
		List<SourceFile> files = new Inspector(Inspector.MAX_SLICE_BYTES).inspect(List.of(data), false, (bytes) -> {
		}).files();
		PlanIndex plans = new PlanIndex();
		for (SourceFile file : files) {
			if (file.dataset() == Dataset.PLAN_ATTRIBUTES) {
				read(file, plans, (line, row) -> plans.add((PlanRow) row, line));
			}
		}
		for (SourceFile file : files) {
			Provenance from = new Provenance(new RunId(run), 0, file.fileNo());
			read(file, plans, (line, row) -> add(from, line, row));
		}
		flush();
	}

	private void add(Provenance from, long line, Row row) {
		this.fold.add(this.decoder.decode(this.encoder.row(from, this.folded, line, row)), 0);
		if (++this.folded % BATCH == 0) {
			flush();
		}
	}

	private void flush() {
		for (Change change : this.fold.changes()) {
			database.root().batchUpdate(change.sql(), change.rows());
		}
		this.fold = new Fold();
	}

	private static void read(SourceFile file, PlanIndex plans, Visitor visitor) throws IOException {
		List<SliceRange> slices = file.slices();
		FieldReader fields = new FieldReader(file.layout());
		RowParser parser = file.dataset().newParser(plans);
		RecordBlock block = new RecordBlock();
		long start = slices.get(0).startByte();
		try (RecordReader reader = new RecordReader(file.place().open(start), start, Long.MAX_VALUE,
				slices.get(0).startLine())) {
			while (reader.read(block, 1 << 18)) {
				fields.open(block);
				for (int record = 0; record < block.count(); record++) {
					visitor.visit(block.line(record), row(parser, fields.next(), block.text(record, 400)));
				}
			}
		}
	}

	private static Row row(RowParser parser, Fields fields, String text) {
		assertThat(fields).as(text).isNotNull();
		ParsedRow parsed = parser.parse(fields);
		assertThat(parsed).as(text).isInstanceOf(Row.class);
		return (Row) parsed;
	}

	@FunctionalInterface
	private interface Visitor {

		void visit(long line, Row row);

	}

}
