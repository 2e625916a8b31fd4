package io.planstream.ingest.upload;

import java.io.IOException;

import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;
import io.planstream.ingest.upload.Space.Claim;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SpaceTests {

	private static final int UNKNOWN = -1;

	private long free = 10 * Space.STEP;

	private final Space space = new Space(() -> this.free);

	@Test
	void refusesTheSecondOfTwoFilesThatFitAloneButNotTogether() throws IOException {
		Claim first = this.space.claim(6 * Space.STEP);
		assertThat(refusal(6 * Space.STEP)).contains("beside those that are on their way");
		assertThat(refusal(11 * Space.STEP)).doesNotContain("beside");
		first.close();
		this.space.claim(6 * Space.STEP).close();
	}

	@Test
	void countsWhatIsWrittenOnceOnly() throws IOException {
		try (Claim first = this.space.claim(6 * Space.STEP)) {
			write(first, 6);
			this.space.claim(4 * Space.STEP - 1).close();
			refusal(4 * Space.STEP);
		}
	}

	@Test
	void givesBackWhatAnInterruptedFileHasNotWritten() throws IOException {
		try (Claim first = this.space.claim(8 * Space.STEP)) {
			write(first, 2);
		}
		this.space.claim(8 * Space.STEP - 1).close();
	}

	@Test
	void promisesAFileOfUnknownLengthMoreAsItGrows() throws IOException {
		try (Claim growing = this.space.claim(UNKNOWN); Claim other = this.space.claim(5 * Space.STEP)) {
			write(growing, 4);
			assertThat(catchThrowableOfType(RefusedException.class, () -> write(growing, 1)).code())
				.isEqualTo(Code.NO_SPACE);
			write(other, 5);
		}
	}

	@Test
	void noticesThatOthersFillTheDisk() throws IOException {
		try (Claim claim = this.space.claim(5 * Space.STEP)) {
			write(claim, 1);
			this.free = 0;
			assertThat(catchThrowableOfType(RefusedException.class, () -> write(claim, 1)).code())
				.isEqualTo(Code.NO_SPACE);
		}
	}

	private String refusal(long bytes) {
		RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> this.space.claim(bytes));
		assertThat(refusal.code()).isEqualTo(Code.NO_SPACE);
		return refusal.getMessage();
	}

	/** As the disk sees it. */
	private void write(Claim claim, int steps) throws IOException {
		for (int i = 0; i < steps; i++) {
			claim.write((int) Space.STEP);
			this.free -= Space.STEP;
		}
	}

}
