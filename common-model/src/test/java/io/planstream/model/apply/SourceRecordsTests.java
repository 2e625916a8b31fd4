package io.planstream.model.apply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.planstream.model.avro.UndecodableRecordException;
import io.planstream.model.record.RecordDecoder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SourceRecordsTests {

	@Property
	void whatIsAddedIsThereAlsoInARange(@ForAll @Size(max = 30) List<@WithNull byte[]> messages, @ForAll int anywhere) {
		SourceRecords records = of(messages);
		assertThat(read(records)).containsExactlyElementsOf(expected(messages, 0));
		int begin = Math.floorMod(anywhere, messages.size() + 1);
		assertThat(read(records.range(begin, messages.size()))).containsExactlyElementsOf(expected(messages, begin));
		assertThat(read(records.since(offset(begin)))).containsExactlyElementsOf(expected(messages, begin));
	}

	@Property(tries = 20)
	void anyNumberOfRecordsFits(@ForAll @IntRange(max = 5_000) int count,
			@ForAll @Size(min = 1, max = 100) byte[] message) {
		SourceRecords records = new SourceRecords();
		for (int i = 0; i < count; i++) {
			records.add(i, -i, message);
		}
		assertThat(records.size()).isEqualTo(count);
		for (int i = 0; i < count; i++) {
			assertThat(records.offset(i)).isEqualTo(i);
			assertThat(records.timestamp(i)).isEqualTo(-i);
			assertThat(records.message(i)).isEqualTo(message);
		}
	}

	@Test
	void partitionsThatShareMessagesKeepTheirOwn() {
		Messages messages = new Messages();
		SourceRecords first = new SourceRecords(messages);
		SourceRecords second = new SourceRecords(messages);
		for (byte i = 0; i < 4; i++) {
			first.add(i, 0, new byte[] { i });
			second.add(i, 0, new byte[] { i, i });
		}
		assertThat(read(first)).containsExactly("0: [0]", "1: [1]", "2: [2]", "3: [3]");
		assertThat(read(second)).containsExactly("0: [0, 0]", "1: [1, 1]", "2: [2, 2]", "3: [3, 3]");
		assertThat(messages.end()).isEqualTo(12);
		messages.clear();
		SourceRecords next = new SourceRecords(messages);
		next.add(9, 0, new byte[] { 7 });
		assertThat(read(next)).containsExactly("9: [7]");
	}

	@Test
	void aRecordWithoutAMessageCannotBeDecoded() {
		SourceRecords records = new SourceRecords();
		records.add(0, 0, new byte[] { 1 });
		records.add(1, 0, null);
		assertThatExceptionOfType(UndecodableRecordException.class)
			.isThrownBy(() -> records.decode(1, new RecordDecoder()));
		assertThatExceptionOfType(UndecodableRecordException.class)
			.isThrownBy(() -> records.provenance(1, new RecordDecoder()));
	}

	private static SourceRecords of(List<byte[]> messages) {
		SourceRecords records = new SourceRecords();
		for (int i = 0; i < messages.size(); i++) {
			records.add(offset(i), 0, messages.get(i));
		}
		return records;
	}

	/** With gaps, as a topic has them. */
	private static long offset(int index) {
		return 10 + 2L * index;
	}

	private static List<String> expected(List<byte[]> messages, int begin) {
		List<String> expected = new ArrayList<>();
		for (int i = begin; i < messages.size(); i++) {
			expected.add(text(offset(i), messages.get(i)));
		}
		return expected;
	}

	private static List<String> read(SourceRecords records) {
		List<String> read = new ArrayList<>();
		for (int i = 0; i < records.size(); i++) {
			read.add(text(records.offset(i), records.message(i)));
		}
		return read;
	}

	private static String text(long offset, byte[] message) {
		return offset + ": " + Arrays.toString(message);
	}

}
