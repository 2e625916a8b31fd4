package io.planstream.ingest.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BoundedBodyTests {

	private long now;

	@Test
	void passesOnWhatIsWithinTheLimit() throws IOException {
		assertThat(new BoundedBody(new ByteArrayInputStream(new byte[100]), 100, () -> this.now).readAllBytes())
			.hasSize(100);
	}

	@Test
	void refusesTheFirstByteTooMany() {
		assertThat(refusal(new BoundedBody(new ByteArrayInputStream(new byte[101]), 100, () -> this.now)))
			.isEqualTo(Code.TOO_LARGE);
	}

	@Test
	void refusesADripThatNeverStops() {
		BoundedBody body = new BoundedBody(dripping(Duration.ofSeconds(1), 1), Long.MAX_VALUE, () -> this.now);
		assertThat(refusal(body)).isEqualTo(Code.TOO_SLOW);
		assertThat(Duration.ofNanos(this.now)).isEqualTo(BoundedBody.WHILE);
	}

	@Test
	void refusesADripAfterAFastBeginning() {
		InputStream slow = dripping(Duration.ofSeconds(1), 1);
		InputStream fast = new ByteArrayInputStream(new byte[10_000_000]);
		BoundedBody body = new BoundedBody(new SequenceInputStream(fast, slow), Long.MAX_VALUE, () -> this.now);
		assertThat(refusal(body)).isEqualTo(Code.TOO_SLOW);
		assertThat(Duration.ofNanos(this.now)).isLessThanOrEqualTo(Duration.ofSeconds(40));
	}

	@Test
	void takesASlowButSteadyBody() {
		BoundedBody body = new BoundedBody(dripping(Duration.ofSeconds(3), 8192), 6_000_000, () -> this.now);
		assertThat(refusal(body)).isEqualTo(Code.TOO_LARGE);
		assertThat(Duration.ofNanos(this.now)).isGreaterThan(Duration.ofMinutes(30));
	}

	@Test
	void tellsAStalledBodyFromABrokenOne() {
		assertThat(refusal(new BoundedBody(failing(new SocketTimeoutException()), 1, () -> this.now)))
			.isEqualTo(Code.TOO_SLOW);
		assertThat(refusal(new BoundedBody(failing(new IOException("reset")), 1, () -> this.now)))
			.isEqualTo(Code.INCOMPLETE_BODY);
	}

	private static Code refusal(BoundedBody body) {
		return catchThrowableOfType(RefusedException.class, body::readAllBytes).code();
	}

	private InputStream dripping(Duration pause, int bytes) {
		return new InputStream() {

			@Override
			public int read() {
				return 0;
			}

			@Override
			public int read(byte[] buffer, int offset, int length) {
				BoundedBodyTests.this.now += pause.toNanos();
				return Math.min(bytes, length);
			}

		};
	}

	private static InputStream failing(IOException ex) {
		return new InputStream() {

			@Override
			public int read() throws IOException {
				throw ex;
			}

		};
	}

}
