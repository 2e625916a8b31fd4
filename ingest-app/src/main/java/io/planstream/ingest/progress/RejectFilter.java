package io.planstream.ingest.progress;

/**
 * Which rejected rows a person wants to see.
 *
 * @param dataset those of a dataset, or null for all
 * @param reason those of a reason, or null for all
 */
public record RejectFilter(String dataset, String reason) {

	/**
	 * Whether rows of a dataset and reason are among them.
	 * @param counted dataset and reason
	 * @return true if both are wanted
	 */
	public boolean takes(RejectCount counted) {
		return (this.dataset == null || this.dataset.equals(counted.dataset()))
				&& (this.reason == null || this.reason.equals(counted.reason()));
	}

}
