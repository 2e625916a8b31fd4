package io.planstream.start;

import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import io.planstream.model.start.StartException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseLossTests {

	private final DatabaseLossAnalyzer analyzer = new DatabaseLossAnalyzer();

	@ParameterizedTest
	@MethodSource
	void aDatabaseThatWentAwayIsSaidInALineWithItsReason(Throwable failure, String reason) {
		Throwable wrapped = new IllegalStateException("bean 'entityManagerFactory'", failure);
		assertThat(DatabaseLoss.under(wrapped)).isTrue();
		assertThat(this.analyzer.analyze(wrapped).getDescription()).endsWith(reason);
	}

	static Stream<Object[]> aDatabaseThatWentAwayIsSaidInALineWithItsReason() {
		return Stream.of(new Object[] { new SQLRecoverableException("link failure\nmore"), ": link failure" },
				new Object[] { new SQLTransientConnectionException("none within 3000ms"), ": none within 3000ms" },
				new Object[] { new SQLException("shutting down", "08S01"), ": shutting down" },
				new Object[] { new RuntimeException(DatabaseLoss.NOBODY_TO_ASK + " (...)"),
						": " + DatabaseLoss.NOBODY_TO_ASK + " (...)" });
	}

	@ParameterizedTest
	@MethodSource
	void whateverElseEndsAStartIsLeftToOthers(Throwable failure) {
		Throwable wrapped = new IllegalStateException("bean 'entityManagerFactory'", failure);
		assertThat(DatabaseLoss.under(wrapped)).isFalse();
		assertThat(this.analyzer.analyze(wrapped)).isNull();
	}

	static Stream<Throwable> whateverElseEndsAStartIsLeftToOthers() {
		return Stream.of(new SQLSyntaxErrorException("no table", "42S02"), new SQLException("no state"),
				new SQLTransientConnectionException("none within 3000ms",
						new SQLInvalidAuthorizationSpecException("access denied", "28000")),
				new StartException("No answer after 60 seconds", "Start it", new SQLRecoverableException("refused")),
				new IllegalArgumentException("another fault"), new IllegalStateException((String) null));
	}

}
