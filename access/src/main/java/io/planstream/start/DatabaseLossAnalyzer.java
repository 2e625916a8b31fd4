package io.planstream.start;

import java.sql.SQLException;

import io.planstream.model.failure.Failure;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in a line what {@link PatientStart} then mends. Before others, who would see a
 * failure of theirs.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseLossAnalyzer implements FailureAnalyzer {

	@Override
	public FailureAnalysis analyze(Throwable failure) {
		if (!DatabaseLoss.under(failure)) {
			return null;
		}
		return new FailureAnalysis("The database went away while the application started: " + reason(failure),
				"Nothing, if it comes back: it is waited for, and the start begins again.", failure);
	}

	private static String reason(Throwable failure) {
		Throwable said = failure;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			said = (cause instanceof SQLException || !(said instanceof SQLException)) ? cause : said;
		}
		return Failure.firstLine(said);
	}

}
