package io.planstream.model.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.planstream.model.dataset.Column;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.dataset.Header;
import io.planstream.model.dataset.Layout;
import io.planstream.model.dataset.Recognition;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class FieldReaderTests {

	private static final List<String> NAMES = Dataset.RATE.columns().stream().map(Column::name).toList();

	private static final Layout LAYOUT = ((Recognition.Known) new Header(NAMES).recognise()).layout();

	@Property(tries = 3000)
	void fieldsAreThoseOfFastCsvWithoutBlanksAround(@ForAll("csv") String csv,
			@ForAll @IntRange(min = 1, max = 200) int blockBytes) throws IOException {
		List<List<String>> expected = new ArrayList<>();
		List<List<String>> found = new ArrayList<>();
		FieldReader fields = new FieldReader(LAYOUT);
		RecordBlock block = new RecordBlock();
		byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
		try (RecordReader records = new RecordReader(new ByteArrayInputStream(bytes), 0, Long.MAX_VALUE, 1)) {
			while (records.read(block, blockBytes)) {
				fields.open(block);
				for (int record = 0; record < block.count(); record++) {
					String text = block.text(record, Integer.MAX_VALUE);
					Fields read = fields.next();
					assertThat(read == null).isEqualTo(block.flaw(record) != null);
					if (read != null) {
						List<String> parsed = parsed(text);
						expected.add(IntStream.range(0, NAMES.size())
							.mapToObj((i) -> (i < parsed.size()) ? parsed.get(i) : "")
							.map(String::trim)
							.toList());
						found.add(IntStream.range(0, NAMES.size()).mapToObj((i) -> read.text(i, 1000, "")).toList());
						assertThat(read.complete()).isEqualTo(parsed.size() == NAMES.size());
						assertThat(block.text(record, Integer.MAX_VALUE)).as("the block").isEqualTo(text);
					}
				}
			}
		}
		assertThat(found).isEqualTo(expected);
	}

	/** A reader looks at what neighbours share once: as if each record stood alone. */
	@Property
	void aRecordHasTheSameFieldsWhateverStandsBeforeIt(@ForAll("neighbours") List<List<String>> records,
			@ForAll List<@IntRange(max = 3) Integer> asked) throws IOException {
		String csv = records.stream().map((fields) -> String.join(",", fields) + "\n").collect(Collectors.joining());
		FieldReader fields = new FieldReader(LAYOUT);
		RecordBlock block = blockOf(csv);
		fields.open(block);
		for (int record = 0; record < block.count(); record++) {
			Fields read = fields.next();
			FieldReader alone = new FieldReader(LAYOUT);
			alone.open(blockOf(block.text(record, Integer.MAX_VALUE)));
			Fields expected = alone.next();
			assertThat(read.complete()).isEqualTo(expected.complete());
			for (int column = 0; column < NAMES.size(); column++) {
				// a parser asks for some of the fields only
				if (asked.isEmpty() || asked.get((record + column) % asked.size()) > 0) {
					assertThat(read.text(column, 1000, "none")).isEqualTo(expected.text(column, 1000, "none"));
					assertThat(read.wide()).isEqualTo(expected.wide());
				}
				assertThat(read.cents(column)).isEqualTo(expected.cents(column));
			}
		}
	}

	private static RecordBlock blockOf(String csv) throws IOException {
		RecordBlock block = new RecordBlock();
		byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
		try (RecordReader records = new RecordReader(new ByteArrayInputStream(bytes), 0, Long.MAX_VALUE, 1)) {
			records.read(block, Math.max(1, bytes.length));
		}
		return block;
	}

	private static List<String> parsed(String record) {
		return CsvReader.builder()
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofSingleCsvRecord(record)
			.getFields();
	}

	/** Each record begins like the one before it, and may have fields less or more. */
	@Provide
	Arbitrary<List<List<String>>> neighbours() {
		Arbitrary<String> field = Arbitraries.of("", "1", "12", "1.5", " b ", "é", "\"a,b\"", "\"1\"", "\"\"",
				"\"say \"\"hi\"\"\"");
		Arbitrary<List<String>> whole = field.list().ofMinSize(NAMES.size() - 1).ofMaxSize(NAMES.size() + 2);
		return Combinators
			.combine(whole.list().ofMinSize(1).ofMaxSize(6), Arbitraries.integers().between(0, 16).list().ofSize(6))
			.as((records, shared) -> {
				List<List<String>> alike = new ArrayList<>(List.of(records.get(0)));
				for (int record = 1; record < records.size(); record++) {
					List<String> next = new ArrayList<>(records.get(record));
					List<String> before = alike.get(record - 1);
					for (int i = 0; i < Math.min(shared.get(record), Math.min(next.size(), before.size())); i++) {
						next.set(i, before.get(i));
					}
					alike.add(next);
				}
				return alike;
			});
	}

	@Provide
	Arbitrary<String> csv() {
		Arbitrary<String> part = Arbitraries.of("a", "Rating Area 7", " ", "\t", "é", "“–”", "𝄞", ",", ",", ",", ",\"",
				"\",", "\"", "\"\"", "\n", "\r\n", "\r", "1.50", "0123456789".repeat(7), "\u0001");
		Arbitrary<String> hostile = part.list().ofMaxSize(80).map((parts) -> String.join("", parts));
		Arbitrary<String> field = Arbitraries.of("", "a", " b ", "é", "\"\"", "\"a,b\"", "\"say \"\"hi\"\"\"",
				"\"\"\"\"", "\" \"\" \n\"\"\"", "x\"y");
		Arbitrary<String> whole = field.list()
			.ofSize(NAMES.size())
			.map((fields) -> String.join(",", fields) + "\n")
			.list()
			.ofMaxSize(4)
			.map((records) -> String.join("", records));
		return Arbitraries.oneOf(hostile, whole);
	}

}
