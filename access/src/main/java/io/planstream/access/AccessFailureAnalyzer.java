package io.planstream.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to set instead of printing a stack.
 */
class AccessFailureAnalyzer extends AbstractFailureAnalyzer<AccessRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AccessRefusedException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
