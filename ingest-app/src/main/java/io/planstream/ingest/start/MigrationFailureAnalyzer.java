package io.planstream.ingest.start;

import io.planstream.model.failure.Failure;
import org.flywaydb.core.api.FlywayException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The schema cannot be brought to this release.
 */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
		String what = Failure.firstLine(cause);
		String why = Failure.firstLine(Failure.root(cause));
		return new FailureAnalysis(
				"The schema cannot be migrated: " + what + (why.equals(what) ? "" : " (" + why + ")"),
				"If an earlier attempt was killed halfway: restore the backup of the schema from before this release, and"
						+ " start again. If the schema is of a later release: start that release.",
				cause);
	}

}
