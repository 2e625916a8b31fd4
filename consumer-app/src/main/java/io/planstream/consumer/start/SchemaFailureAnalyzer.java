package io.planstream.consumer.start;

import org.hibernate.tool.schema.spi.SchemaManagementException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The schema is there, but not the one that this release was made for.
 */
class SchemaFailureAnalyzer extends AbstractFailureAnalyzer<SchemaManagementException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SchemaManagementException cause) {
		return new FailureAnalysis("The database schema is of another release: " + cause.getMessage(),
				"Start ingest-app of this release first: it migrates the schema. Then start consumer-app again.",
				cause);
	}

}
