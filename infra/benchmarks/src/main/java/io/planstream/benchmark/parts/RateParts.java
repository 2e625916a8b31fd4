package io.planstream.benchmark.parts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.planstream.generator.DataSetGenerator;
import io.planstream.model.RunId;
import io.planstream.model.aggregate.Change;
import io.planstream.model.aggregate.Fold;
import io.planstream.model.csv.FieldReader;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.inspect.Inspector;
import io.planstream.model.inspect.SourceFile;
import io.planstream.model.plan.PlanIndex;
import io.planstream.model.plan.PlanRow;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.record.RecordDecoder;
import io.planstream.model.record.RecordEncoder;
import io.planstream.model.row.Row;
import io.planstream.model.row.RowParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import org.springframework.util.FileSystemUtils;

/**
 * Nanoseconds a row of generated rates with their plans, warm. What a step needs is made
 * before it is measured. For one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RateParts.ROWS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = { "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC" })
public class RateParts {

	static final int ROWS = 50_000;

	private static final int BLOCK_BYTES = 256 * 1024;

	private final PlanIndex plans = new PlanIndex();

	private final Provenance from = new Provenance(new RunId(1), 0, 2);

	private final RecordEncoder encoder = new RecordEncoder();

	private byte[] file;

	private List<RecordBlock> blocks;

	private FieldReader fields;

	private RowParser parser;

	private List<Row> rows;

	private List<byte[]> messages;

	private List<PublishedRecord> records;

	/**
	 * Runs all of them; their own table is printed.
	 * @throws RunnerException if one fails
	 */
	public static void measure() throws RunnerException {
		new Runner(new OptionsBuilder().include(RateParts.class.getName()).shouldFailOnError(true).build()).run();
	}

	/**
	 * Makes the rows, and what each step leaves to the next one.
	 * @throws IOException if the temporary folder cannot be written
	 */
	@Setup
	public void prepare() throws IOException {
		Path folder = Files.createTempDirectory("planstream-parts");
		try {
			DataSetGenerator.of(0.005, 1).writeTo(folder, (rowsWritten) -> {
			});
			open(folder.resolve(DataSetGenerator.PLAN_ATTRIBUTES));
			List<Row> found = readAll();
			for (int plan = 0; plan < found.size(); plan++) {
				this.plans.add((PlanRow) found.get(plan), plan);
			}
			open(folder.resolve(DataSetGenerator.RATES));
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
		cut(Arrays.copyOf(this.file, endOf(ROWS)));
		this.rows = readAll();
		this.messages = new ArrayList<>();
		for (Row row : this.rows) {
			this.messages.add(this.encoder.row(this.from, this.messages.size(), this.messages.size() + 2L, row));
		}
		RecordDecoder decoder = new RecordDecoder();
		this.records = this.messages.stream().map(decoder::decode).toList();
	}

	private void open(Path path) throws IOException {
		SourceFile source = new Inspector(Inspector.MAX_SLICE_BYTES).inspect(List.of(path), false, (bytesRead) -> {
		}).files().get(0);
		this.fields = new FieldReader(source.layout());
		this.parser = source.dataset().newParser(this.plans);
		try (InputStream records = source.place().open(source.slices().get(0).startByte())) {
			cut(records.readAllBytes());
		}
	}

	private void cut(byte[] content) throws IOException {
		this.file = content;
		this.blocks = new ArrayList<>();
		try (RecordReader reader = reader()) {
			for (RecordBlock block = new RecordBlock(); reader.read(block, BLOCK_BYTES); block = new RecordBlock()) {
				this.blocks.add(block);
			}
		}
	}

	private List<Row> readAll() {
		List<Row> read = new ArrayList<>();
		for (RecordBlock block : this.blocks) {
			this.fields.open(block);
			for (int record = 0; record < block.count(); record++) {
				read.add((Row) this.parser.parse(this.fields.next()));
			}
		}
		return read;
	}

	private int endOf(int records) {
		int left = records;
		for (RecordBlock block : this.blocks) {
			if (left <= block.count()) {
				return (int) block.endByte(left - 1);
			}
			left -= block.count();
		}
		throw new IllegalStateException("There are fewer than " + records + " rates");
	}

	private RecordReader reader() {
		return new RecordReader(new ByteArrayInputStream(this.file), 0, this.file.length, 2);
	}

	/**
	 * Finds where records begin and end.
	 * @return how many
	 * @throws IOException never
	 */
	@Benchmark
	public int find() throws IOException {
		int found = 0;
		RecordBlock block = new RecordBlock();
		try (RecordReader reader = reader()) {
			while (reader.read(block, BLOCK_BYTES)) {
				found += block.count();
			}
		}
		return found;
	}

	/**
	 * Splits found records into fields and makes rows of them.
	 * @param rowsMade takes each row
	 */
	@Benchmark
	public void parse(Blackhole rowsMade) {
		for (RecordBlock block : this.blocks) {
			this.fields.open(block);
			for (int record = 0; record < block.count(); record++) {
				rowsMade.consume(this.parser.parse(this.fields.next()));
			}
		}
	}

	/**
	 * Makes messages of rows.
	 * @param messagesMade takes each message
	 */
	@Benchmark
	public void encode(Blackhole messagesMade) {
		long sequence = 0;
		for (Row row : this.rows) {
			messagesMade.consume(this.encoder.row(this.from, sequence++, sequence, row));
		}
	}

	/**
	 * Makes rows of messages.
	 * @param rowsMade takes each row
	 */
	@Benchmark
	public void decode(Blackhole rowsMade) {
		RecordDecoder decoder = new RecordDecoder();
		for (byte[] message : this.messages) {
			rowsMade.consume(decoder.decode(message));
		}
	}

	/**
	 * Folds the rows, as one batch, into the changes of all tables.
	 * @return the changes
	 */
	@Benchmark
	public List<Change> fold() {
		Fold fold = new Fold();
		for (PublishedRecord each : this.records) {
			fold.add(each, 0);
		}
		return fold.changes();
	}

}
