package io.planstream.consumer.outage;

import java.io.EOFException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import io.planstream.model.record.RecordDecoder;
import io.planstream.model.avro.UndecodableRecordException;
import io.planstream.model.failure.Failure;
import io.planstream.model.failure.PoisonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FailureTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			08S01, 0,    Communications link failure
			08003, 0,    No operations allowed after connection closed
			08001, 0,    Could not create connection to database server
			08004, 1040, Too many connections
			28000, 1045, Access denied for user
			42000, 1044, Access denied to database
			42S02, 1146, Table does not exist
			42000, 1142, INSERT command denied
			HY000, 1205, Lock wait timeout exceeded
			40001, 1213, Deadlock found when trying to get lock
			41000, 1205, Lock wait timeout exceeded
			70100, 1317, Query execution was interrupted
			70100, 1927, Connection was killed
			HY000, 1290, The server is running with the --read-only option
			HY000, 1836, Running in read-only mode
			08S01, 1053, Server shutdown in progress
			HY000, 1021, Disk full
			HY000, 1114, The table is full
			HY000, 3024, Query execution was interrupted: maximum statement execution time exceeded
			HY000, 1020, Record has changed since last read
			'',    0,    No state at all""")
	void whatPassesIsTransient(String state, int code, String message) {
		assertThat(Failure.of(wrapped(new SQLException(message, state, code)))).isEqualTo(Failure.TRANSIENT);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			22001, 1406, Data too long for column
			22003, 1264, Out of range value for column
			22003, 1690, BIGINT value is out of range
			22007, 1292, Incorrect datetime value
			23000, 1048, Column cannot be null
			23000, 1062, Duplicate entry
			HY000, 1366, Incorrect string value
			HY000, 3819, Check constraint is violated
			23000, 4025, CONSTRAINT failed
			08S01, 1153, Got a packet bigger than 'max_allowed_packet' bytes""")
	void whatTheServerSaysAboutDataIsPoison(String state, int code, String message) {
		assertThat(Failure.of(wrapped(new SQLException(message, state, code)))).isEqualTo(Failure.POISON);
	}

	@Test
	void aPoolThatGivesNoConnectionIsTransient() {
		Exception timeout = new SQLTransientConnectionException("consumer - Connection is not available");
		assertThat(Failure.of(new CannotCreateTransactionException("no connection", timeout)))
			.isEqualTo(Failure.TRANSIENT);
	}

	@Test
	void aCommitWithoutAnswerIsTransient() {
		SQLException lost = new SQLException(
				"Communications link failure during commit(). Transaction resolution unknown.", "08007",
				new EOFException());
		assertThat(Failure.of(new TransactionSystemException("commit", lost))).isEqualTo(Failure.TRANSIENT);
	}

	@Test
	void anUndecodableRecordIsPoison() {
		RecordDecoder decoder = new RecordDecoder();
		UndecodableRecordException undecodable = catchThrowableOfType(UndecodableRecordException.class,
				() -> decoder.decode(new byte[] { 1, 2, 3 }));
		assertThat(Failure.of(undecodable)).isEqualTo(Failure.POISON);
	}

	@Test
	void aRecordThatCannotBeFoldedIsPoison() {
		assertThat(Failure.of(new PoisonException("fold", new ArithmeticException("overflow"))))
			.isEqualTo(Failure.POISON);
	}

	@Test
	void anythingUnknownIsTransientBecauseADeadLetterWouldTakeARowOut() {
		assertThat(Failure.of(new IllegalStateException("who knows"))).isEqualTo(Failure.TRANSIENT);
	}

	@Test
	void aTransientCauseOutweighsAPoisonOne() {
		SQLException poison = new SQLException("too long", "22001", 1406);
		poison.setNextException(new SQLException("gone", "08S01", 0));
		assertThat(Failure.of(poison)).isEqualTo(Failure.TRANSIENT);
	}

	@Test
	void causesThatPointAtEachOtherEnd() {
		SQLException one = new SQLException("too long", "22001", 1406);
		IllegalStateException other = new IllegalStateException("wrapped", one);
		one.initCause(other);
		assertThat(Failure.of(other)).isEqualTo(Failure.POISON);
	}

	private static Throwable wrapped(SQLException bottom) {
		BatchUpdateException batch = new BatchUpdateException(bottom.getMessage(), bottom.getSQLState(),
				bottom.getErrorCode(), new int[0], bottom);
		return new DataIntegrityViolationException("any of Spring's wrappers", batch);
	}

}
