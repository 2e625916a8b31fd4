package io.planstream.consumer.apply;

import java.time.Duration;

import io.planstream.consumer.metrics.ApplyMetrics;
import io.planstream.consumer.metrics.Tally;
import io.planstream.consumer.outage.Failure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.stereotype.Component;

/**
 * Applies batches: tries again at once what may pass, and finds the one record that never
 * will. Thread-safe.
 */
@Component
public class Applier {

	private static final Log logger = LogFactory.getLog(Applier.class);

	/** A deadlock or a connection cut in two is over with the second attempt. */
	private static final int ATTEMPTS = 3;

	private final ApplyTransaction transaction;

	private final ApplyMetrics metrics;

	Applier(ApplyTransaction transaction, ApplyMetrics metrics) {
		this.transaction = transaction;
		this.metrics = metrics;
	}

	/**
	 * Applies a batch. A record that cannot be applied is dead-lettered and the rest of
	 * the batch applied.
	 * @param batch the batch
	 * @return what became of it
	 * @throws RuntimeException if the database does not let it be applied now. How much
	 * of the batch is applied is then not known: the positions have to be read again
	 */
	public Outcome apply(Batch batch) {
		Throwable poison;
		try {
			return commit(batch, null);
		}
		catch (RuntimeException ex) {
			if (Failure.of(ex) == Failure.TRANSIENT) {
				throw ex;
			}
			poison = ex;
		}
		return batch.isSingleRecord() ? bury(batch, poison) : applyHalves(batch);
	}

	private Outcome applyHalves(Batch batch) {
		Tally tally = new Tally();
		for (Batch half : batch.halves()) {
			if (!(apply(half) instanceof Outcome.Applied applied)) {
				return new Outcome.PositionMoved();
			}
			tally.add(applied.tally());
		}
		return new Outcome.Applied(tally);
	}

	private Outcome bury(Batch batch, Throwable poison) {
		Batch.Part part = batch.parts().get(0);
		logger.error("Record " + part.partition() + "@" + part.records().get(0).offset()
				+ " can never be applied and becomes a dead letter", poison);
		return commit(batch, poison);
	}

	private Outcome commit(Batch batch, Throwable poison) {
		for (int attempt = 1;; attempt++) {
			try {
				return commitOnce(batch, poison);
			}
			catch (RuntimeException ex) {
				if (attempt == ATTEMPTS || Failure.of(ex) == Failure.POISON) {
					throw ex;
				}
				logger.debug("Attempt " + attempt + " failed", ex);
			}
		}
	}

	private Outcome commitOnce(Batch batch, Throwable poison) {
		long start = System.nanoTime();
		Outcome outcome = (poison == null) ? this.transaction.apply(batch) : this.transaction.bury(batch, poison);
		if (outcome instanceof Outcome.Applied applied) {
			this.metrics.committed(applied.tally(), Duration.ofNanos(System.nanoTime() - start));
		}
		return outcome;
	}

}
