package io.planstream.model.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8. Quotes, dashes and blanks of Windows-1252 among it, as in the yearly files
 * of 2016, are read as Latin-1 reads them, which is what Kaggle did: a text then holds
 * control characters, and a data rule says what they stand for. Letters of Windows-1252
 * and Latin-1 are not: nobody knows what another character set meant by them. For one
 * thread.
 */
final class LenientUtf8 {

	private final CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder()
		.onMalformedInput(CodingErrorAction.REPORT)
		.onUnmappableCharacter(CodingErrorAction.REPORT);

	private CharBuffer out = CharBuffer.allocate(256);

	/** Whether bytes can be read. */
	boolean reads(byte[] bytes, int start, int length) {
		if (this.out.capacity() < length) {
			this.out = CharBuffer.allocate(length);
		}
		ByteBuffer in = ByteBuffer.wrap(bytes, start, length);
		this.out.clear();
		this.strict.reset();
		// in UTF-8 a byte from 0x80 to 0xBF continues a character: it never stands alone
		for (CoderResult result = decode(in); result.isError(); result = decode(in)) {
			int alone = in.get() & 0xFF;
			if (alone < 0x80 || alone > 0xBF) {
				return false;
			}
			this.out.put((char) alone);
		}
		return true;
	}

	private CoderResult decode(ByteBuffer in) {
		return this.strict.decode(in, this.out, true);
	}

	/** The text of bytes that can be read. */
	String text(byte[] bytes, int start, int length) {
		if (!reads(bytes, start, length)) {
			throw new IllegalArgumentException("Neither UTF-8 nor punctuation of Windows-1252");
		}
		return this.out.flip().toString();
	}

}
