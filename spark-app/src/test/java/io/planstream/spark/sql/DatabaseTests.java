package io.planstream.spark.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

import io.planstream.model.failure.Failure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseTests {

	@Test
	void aServerThatIsAwayIsNotWaitedForByEveryTransactionOfABatch() throws IOException {
		Database database = Database
			.shared(new DatabaseSettings("jdbc:mysql://127.0.0.1:" + closedPort() + "/p", "u", "p"));
		Duration first = failing(database);
		assertThat(first).as("the first one waits as long as the pool does").isGreaterThan(Duration.ofSeconds(2));
		long begun = System.nanoTime();
		for (int task = 0; task < 48; task++) {
			failing(database);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
	}

	private static Duration failing(Database database) {
		long begun = System.nanoTime();
		assertThatExceptionOfType(DatabaseException.class)
			.isThrownBy(() -> database.inTransaction((connection) -> true))
			.matches((failure) -> Failure.of(failure) == Failure.TRANSIENT);
		return Duration.ofNanos(System.nanoTime() - begun);
	}

	private static int closedPort() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

}
