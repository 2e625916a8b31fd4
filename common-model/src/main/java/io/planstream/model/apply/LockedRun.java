package io.planstream.model.apply;

import io.planstream.model.ContractVersion;

/**
 * What a transaction knows of a run that it has locked.
 *
 * @param state its state
 * @param contractVersion version of the contract it was begun under
 */
public record LockedRun(String state, int contractVersion) {

	private static final String TOMBSTONE = "DELETED";

	private static final String RUNNING = "RUNNING";

	/**
	 * Whether records of the run are applied. Those of a deleted run are not, nor are
	 * those of one that ended under another contract: who resumes it under its own gets
	 * them sent again.
	 * @param runId its written identity
	 * @return whether they are
	 * @throws OtherContractException if the run is running under another contract, so
	 * that the records have to wait
	 */
	boolean isApplied(String runId) {
		if (this.state.equals(TOMBSTONE)) {
			return false;
		}
		if (this.contractVersion == ContractVersion.CURRENT) {
			return true;
		}
		if (this.state.equals(RUNNING)) {
			throw new OtherContractException("Run " + runId + " was begun under contract version "
					+ this.contractVersion + ", this release has version " + ContractVersion.CURRENT
					+ ". Run the release that began it until the run has ended, or stop and delete the run");
		}
		return false;
	}

}
