package io.planstream.spark.metrics;

import java.time.Duration;

import org.apache.spark.sql.streaming.SourceProgress;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/**
 * Hands Spark's reports on micro-batches to the meters.
 */
public final class ProgressListener extends StreamingQueryListener {

	private static final long serialVersionUID = 1L;

	private final transient JobMeters meters;

	/**
	 * Makes a listener.
	 * @param meters are told
	 */
	public ProgressListener(JobMeters meters) {
		this.meters = meters;
	}

	@Override
	public void onQueryStarted(QueryStartedEvent event) {
		// the job knows when it begins
	}

	@Override
	public void onQueryProgress(QueryProgressEvent event) {
		StreamingQueryProgress progress = event.progress();
		double behind = 0;
		for (SourceProgress source : progress.sources()) {
			String most = source.metrics().get("maxOffsetsBehindLatest");
			behind = Math.max(behind, (most != null) ? Double.parseDouble(most) : 0);
		}
		this.meters.batch(Duration.ofMillis(progress.batchDuration()), behind);
	}

	@Override
	public void onQueryTerminated(QueryTerminatedEvent event) {
		// the job knows why it ended
	}

}
