package io.planstream.ingest.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what is missing instead of printing a stack.
 */
class ServerAwayFailureAnalyzer extends AbstractFailureAnalyzer<ServerAwayException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ServerAwayException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
