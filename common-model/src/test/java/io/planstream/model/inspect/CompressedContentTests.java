package io.planstream.model.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A compressed file is the same as a plain one, from its first row or any later one on.
 */
class CompressedContentTests {

	private static final String HEADER = "BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,"
			+ "IndividualRate,IndividualTobaccoRate\n";

	@Property(tries = 150)
	void compressedFilesHoldWhatPlainOnesHold(@ForAll("hostileRows") String rows) throws IOException {
		List<SourceFile> files = inspected(HEADER + "2014,AK\n" + rows);
		SourceFile plain = files.get(0);
		for (SourceFile packed : files.subList(1, files.size())) {
			assertThat(packed.contentHash()).isEqualTo(plain.contentHash());
			assertThat(packed.rows()).isEqualTo(plain.rows());
			assertThat(packed.years()).isEqualTo(plain.years());
			assertThat(packed.slices()).isEqualTo(plain.slices());
		}
	}

	@Property(tries = 150)
	void readingACompressedFileGoesOnWhereItWasLeft(@ForAll("hostileRows") String rows,
			@ForAll @IntRange(min = 1, max = 80) int blockBytes) throws IOException {
		for (SourceFile file : inspected(HEADER + "2014,AK\n" + rows)) {
			SliceRange slice = file.slices().get(0);
			List<String> resumed = new ArrayList<>();
			long position = slice.startByte();
			long line = slice.startLine();
			RecordBlock block = new RecordBlock();
			while (position < slice.endByte()) {
				try (RecordReader reader = open(file, position, line)) {
					assertThat(reader.read(block, blockBytes)).isTrue();
				}
				addRecords(block, resumed);
				position = block.endByte();
				line = block.endLine();
			}
			assertThat(resumed).isEqualTo(readAtOnce(file));
		}
	}

	@Provide
	Arbitrary<String> hostileRows() {
		return Arbitraries.of("2015,AK", "bc", "\u00e9", "\0", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", "2016,")
			.list()
			.ofMaxSize(60)
			.map((parts) -> String.join("", parts));
	}

	private static List<String> readAtOnce(SourceFile file) throws IOException {
		SliceRange slice = file.slices().get(0);
		List<String> records = new ArrayList<>();
		RecordBlock block = new RecordBlock();
		try (RecordReader reader = open(file, slice.startByte(), slice.startLine())) {
			while (reader.read(block, 1 << 16)) {
				addRecords(block, records);
			}
			assertThat(HexFormat.of().toHexDigits((int) reader.checksum())).isEqualTo(slice.checksum());
		}
		assertThat(records).hasSize((int) slice.rows());
		return records;
	}

	private static void addRecords(RecordBlock block, List<String> records) {
		for (int record = 0; record < block.count(); record++) {
			records.add(block.line(record) + " " + block.flaw(record) + " " + block.text(record, 1 << 16));
		}
	}

	private static RecordReader open(SourceFile file, long position, long line) throws IOException {
		InputStream in = file.place().open(position);
		return new RecordReader(in, position, file.slices().get(0).endByte(), line);
	}

	/** The same content plain, as gzip of two members, and as an entry of an archive. */
	private static List<SourceFile> inspected(String csv) throws IOException {
		Path directory = Files.createTempDirectory("compressed");
		directory.toFile().deleteOnExit();
		byte[] content = csv.getBytes(StandardCharsets.UTF_8);
		List<SourceFile> files = new ArrayList<>();
		for (Path path : List.of(plain(directory, content), gzip(directory, content), zip(directory, content))) {
			path.toFile().deleteOnExit();
			files.add(new Inspector(1 << 20).inspect(List.of(path), false, (bytes) -> {
			}).files().get(0));
		}
		return files;
	}

	private static Path plain(Path directory, byte[] content) throws IOException {
		return Files.write(directory.resolve("Rate.csv"), content);
	}

	private static Path gzip(Path directory, byte[] content) throws IOException {
		Path path = directory.resolve("Rate.csv.gz");
		int half = content.length / 2;
		try (OutputStream file = Files.newOutputStream(path)) {
			GZIPOutputStream first = new GZIPOutputStream(file);
			first.write(content, 0, half);
			first.finish();
			GZIPOutputStream second = new GZIPOutputStream(file);
			second.write(content, half, content.length - half);
			second.finish();
		}
		return path;
	}

	private static Path zip(Path directory, byte[] content) throws IOException {
		Path path = directory.resolve("Rate.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
			out.putNextEntry(new ZipEntry("Rate.csv"));
			out.write(content);
		}
		return path;
	}

}
