package io.planstream.model.inspect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class HashingStreamTests {

	private static final int CHUNK = 256 * 1024;

	@Property(tries = 50)
	void givesWhatItReadsAndItsHashInPiecesOfAnySize(@ForAll @IntRange(max = 6 * CHUNK) int size, @ForAll long seed)
			throws Exception {
		assertGives(random(size), seed);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 4 * CHUNK, 5 * CHUNK })
	void endsWhereItsSourceEnds(int size) throws Exception {
		assertGives(random(size), size);
	}

	private static void assertGives(byte[] content, long seed) throws Exception {
		Random random = new Random(seed);
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		HashingStream in = new HashingStream(new ByteArrayInputStream(content));
		try (in) {
			byte[] piece = new byte[1 + random.nextInt(2 * CHUNK)];
			int count = 0;
			while (count >= 0) {
				read.write(piece, 0, count);
				count = in.read(piece, 0, 1 + random.nextInt(piece.length));
			}
			assertThat(in.read()).isEqualTo(-1);
		}
		assertThat(read.toByteArray()).isEqualTo(content);
		assertThat(in.hash()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
	}

	@Test
	void aSourceThatFailsFailsItsReader() throws IOException {
		InputStream failing = new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("The disk is gone");
			}

		};
		InputStream source = new SequenceInputStream(new ByteArrayInputStream(random(3 * CHUNK)), failing);
		try (HashingStream in = new HashingStream(source)) {
			assertThat(in.readNBytes(3 * CHUNK)).isEqualTo(random(3 * CHUNK));
			assertThatIOException().isThrownBy(in::read).withMessage("The disk is gone");
		}
	}

	@Test
	void isClosedBeforeItsEndTogetherWithItsSource() throws IOException {
		AtomicBoolean closed = new AtomicBoolean();
		InputStream source = new FilterInputStream(new ByteArrayInputStream(random(20 * CHUNK))) {

			@Override
			public void close() {
				closed.set(true);
			}

		};
		HashingStream in = new HashingStream(source);
		assertThat(in.read()).isEqualTo(random(1)[0] & 0xFF);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(in::hash);
		in.close();
		assertThat(closed).isTrue();
		assertThat(Thread.getAllStackTraces().keySet())
			.noneMatch((thread) -> thread.getName().equals("inspection-hash"));
	}

	/** The first bytes are the same for every size. */
	private static byte[] random(int size) {
		byte[] content = new byte[size];
		new Random(7).nextBytes(content);
		return content;
	}

}
