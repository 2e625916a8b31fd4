package io.planstream.ingest.outage;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WaitingTests {

	@Test
	void waitsDoubleUpToTheLongest() {
		Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350));
		assertThat(backoff.next()).hasMillis(100);
		assertThat(backoff.next()).hasMillis(200);
		assertThat(backoff.next()).hasMillis(350);
		assertThat(backoff.next()).hasMillis(350);
	}

	@Test
	void aHaltEndsEveryPauseAtOnce() {
		Halt halt = new Halt();
		assertThat(halt.pause(Duration.ofMillis(1))).isFalse();
		halt.request();
		assertThat(halt.pause(Duration.ofDays(1))).isTrue();
	}

	@Test
	void worksAgainWhenTheDatabaseIsBack() {
		AtomicInteger tries = new AtomicInteger();
		assertThat(DatabaseOutage.waitOut(new Halt(), "the test", () -> {
			if (tries.incrementAndGet() < 3) {
				throw new TransientDataAccessResourceException("away");
			}
			return "done";
		})).contains("done");
		assertThat(tries).hasValue(3);
	}

	@Test
	void givesUpWaitingWhenHalted() {
		Halt halt = new Halt();
		halt.request();
		assertThat(DatabaseOutage.waitOut(halt, "the test", () -> {
			throw new TransientDataAccessResourceException("away");
		})).isEmpty();
	}

	@Test
	void doesNotRepeatWhatFailsAgain() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> DatabaseOutage.waitOut(new Halt(), "the test", () -> {
				throw new DataIntegrityViolationException("wrong");
			}));
	}

	@Test
	void tellsOutagesFromMistakes() {
		SQLException refused = new SQLException("refused");
		assertThat(DatabaseOutage.isOutage(new CannotGetJdbcConnectionException("away", refused))).isTrue();
		assertThat(DatabaseOutage.isOutage(new CannotCreateTransactionException("away", refused))).isTrue();
		assertThat(DatabaseOutage.isOutage(new CannotAcquireLockException("locked"))).isTrue();
		assertThat(DatabaseOutage.isOutage(new DataIntegrityViolationException("wrong"))).isFalse();
		assertThat(DatabaseOutage.isOutage(new IllegalStateException("wrong"))).isFalse();
	}

}
