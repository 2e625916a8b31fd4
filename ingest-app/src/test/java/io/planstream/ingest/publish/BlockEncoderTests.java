package io.planstream.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import io.planstream.ingest.slice.SliceProgress;
import io.planstream.model.csv.Problem;
import io.planstream.model.record.Partitions;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.record.RecordDecoder;
import io.planstream.model.record.RecordEncoder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BlockEncoderTests {

	private static final List<String> LINES = List.of(
			"2016,AK,21989,21989AK0010001,Rating Area 1,No Preference,21,12.5,",
			"2016,TX,21989,21989TX0010001,Rating Area 1,No Preference,22,13.5,15",
			"2015,AK,\"21989\",21989AK0010001,\"Rating\nArea 1\",No Preference,23,14.5,",
			"2016,WI,21989,21989WI0010001,Rating Area 1,No Preference,24,dear,", "too,few", "",
			"2016,\"AK\"x,1,2,3,4,5,6,7");

	private final RecordDecoder decoder = new RecordDecoder();

	@Test
	void numbersTheRecordsOfEachPartitionWithoutAGap() {
		Block block = Slices.blocks(String.join("\n", LINES) + "\n", 1 << 20).get(0);
		assertThat(block.rows().count()).isEqualTo(3);
		for (int i = 0; i < 3; i++) {
			PublishedRecord.OfRow rate = (PublishedRecord.OfRow) decoded(block.rows(), i);
			ProducerRecord<byte[], byte[]> message = block.rows().record(i);
			String key = rate.row().businessYear() + "|" + rate.row().stateCode();
			assertThat(new String(message.key(), StandardCharsets.UTF_8)).isEqualTo(key);
			assertThat(message.partition()).isEqualTo(Partitions.of(key, Slices.PARTITIONS));
			assertThat(message.topic()).isEqualTo("marketplace.rate.v1");
			assertThat(rate.line()).isEqualTo(2 + i);
			assertThat(rate.provenance()).isEqualTo(Slices.FROM);
		}
		assertThat(block.to().rowsRead()).isEqualTo(6);
		assertThat(block.to().rowsPublished()).isEqualTo(3);
		assertThat(block.to().rowsRejected()).isEqualTo(3);
	}

	@Test
	void rejectsWithLineColumnReasonAndText() {
		Block block = Slices.blocks(String.join("\n", LINES) + "\n", 1 << 20).get(0);
		PublishedRecord.OfReject dear = (PublishedRecord.OfReject) decoded(block.rejects(), 0);
		assertThat(dear.line()).isEqualTo(6);
		assertThat(dear.problem().reason()).isEqualTo(Problem.Reason.NOT_A_NUMBER);
		assertThat(dear.problem().column()).isEqualTo("IndividualRate");
		assertThat(dear.raw().text()).isEqualTo(LINES.get(3));
		assertThat(dear.raw().length()).isEqualTo(LINES.get(3).length());
		assertThat(dear.raw().sha256()).hasSize(64);
		assertThat(((PublishedRecord.OfReject) decoded(block.rejects(), 2)).problem().reason())
			.isEqualTo(Problem.Reason.MISPLACED_QUOTE);
		assertThat(block.rejects().record(1).partition())
			.isEqualTo(Partitions.of(Partitions.rejectKey(Slices.FROM.run(), 7), Slices.PARTITIONS));
		assertThat(block.samples()).hasSize(3).first().asString().startsWith("line 6: IndividualRate 'dear'");
	}

	@Test
	void endsEveryStreamOfTheSlice() {
		List<Block> blocks = Slices.blocks(String.join("\n", LINES) + "\n", 1 << 20);
		Block end = blocks.get(1);
		assertThat(end.rows().count()).isEqualTo(Slices.PARTITIONS);
		assertThat(end.rejects().count()).isOne();
		long[] before = blocks.get(0).to().sequences();
		for (int partition = 0; partition < Slices.PARTITIONS; partition++) {
			assertThat(decoded(end.rows(), partition)).isInstanceOf(PublishedRecord.EndOfSlice.class)
				.extracting(PublishedRecord::sequence)
				.isEqualTo(before[partition]);
		}
		assertThat(decoded(end.rejects(), 0).sequence()).isEqualTo(3);
		assertThat(end.to().ended()).isTrue();
		assertThat(end.rowsRead()).isZero();
	}

	@Test
	void measuresTheMessageAndNotTheLine() {
		String wide = LINES.get(0) + " ".repeat(RecordEncoder.MAX_MESSAGE_BYTES);
		assertThat(Slices.blocks(wide + "\n", 1 << 20).get(0).to().rowsPublished()).isOne();
	}

	@Test
	void rejectsARowWhoseMessageIsTooLargeAndNumbersTheOthersWithoutAGap() {
		String large = LINES.get(0).replace("Rating Area 1", "R".repeat(40));
		String text = String.join("\n", LINES.get(0), large, LINES.get(0)) + "\n";
		Block whole = Slices.blocks(text, 1 << 20).get(0);
		int limit = whole.rows().record(0).value().length;
		assertThat(whole.rows().record(1).value().length).isGreaterThan(limit);

		Block block = Slices
			.blocks(Slices.encoderOfMessagesUpTo(limit), text, SliceProgress.start(0, 2, Slices.PARTITIONS), 1 << 20)
			.get(0);

		assertThat(block.rows().count()).isEqualTo(2);
		assertThat(decoded(block.rows(), 0).sequence()).isZero();
		assertThat(decoded(block.rows(), 1).sequence()).isOne();
		assertThat(block.to().rowsPublished()).isEqualTo(2);
		assertThat(block.to().rowsRejected()).isOne();
		PublishedRecord.OfReject reject = (PublishedRecord.OfReject) decoded(block.rejects(), 0);
		assertThat(reject.problem().reason()).isEqualTo(Problem.Reason.MESSAGE_TOO_LARGE);
		assertThat(reject.line()).isEqualTo(3);
		assertThat(reject.raw().text()).isEqualTo(large);
	}

	@Property(tries = 100)
	void givesTheSameMessagesHoweverASliceIsCut(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int blockBytes,
			@ForAll @IntRange(min = 0, max = 30) int rows) {
		String text = text(new Random(seed), rows);
		assertThat(messages(Slices.blocks(text, blockBytes))).isEqualTo(messages(Slices.blocks(text, 1 << 20)));
	}

	@Property(tries = 100)
	void givesTheSameMessagesWhenResumedAnywhere(@ForAll long seed,
			@ForAll @IntRange(min = 1, max = 300) int blockBytes) {
		Random random = new Random(seed);
		String text = text(random, 20);
		List<Block> all = Slices.blocks(text, blockBytes);
		int resumed = random.nextInt(all.size());
		SliceProgress from = all.get(resumed).from();
		assertThat(messages(Slices.blocks(Slices.encoder(), text, from, 1 << 20)))
			.isEqualTo(messages(all.subList(resumed, all.size())));
	}

	private static String text(Random random, int rows) {
		StringBuilder text = new StringBuilder();
		for (int row = 0; row < rows; row++) {
			text.append(LINES.get(random.nextInt(LINES.size()))).append(random.nextBoolean() ? "\n" : "\r\n");
		}
		return text.toString();
	}

	private static List<String> messages(List<Block> blocks) {
		List<String> messages = new ArrayList<>();
		blocks.forEach((block) -> add(messages, block.rows()));
		blocks.forEach((block) -> add(messages, block.rejects()));
		return messages;
	}

	private static void add(List<String> texts, Messages messages) {
		for (int i = 0; i < messages.count(); i++) {
			ProducerRecord<byte[], byte[]> message = messages.record(i);
			texts.add(message.topic() + " " + message.partition() + " " + HexFormat.of().formatHex(message.value()));
		}
	}

	private PublishedRecord decoded(Messages messages, int index) {
		return this.decoder.decode(messages.record(index).value());
	}

}
