package io.planstream.model.apply;

/**
 * Records wait for another release: applied by this one, a run would hold rows of two
 * contracts.
 */
public final class OtherContractException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	OtherContractException(String message) {
		super(message);
	}

}
