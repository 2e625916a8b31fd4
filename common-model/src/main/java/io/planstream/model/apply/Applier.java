package io.planstream.model.apply;

import java.time.Clock;
import java.time.Duration;

import io.planstream.model.failure.Failure;

/**
 * Applies batches: tries again at once what may pass, and finds the one record that never
 * will. Thread-safe.
 */
public final class Applier {

	/** A deadlock or a connection cut in two is over with the second attempt. */
	private static final int ATTEMPTS = 3;

	private final ApplyTransactions transactions;

	private final Clock clock;

	private final ApplyWatcher watcher;

	/**
	 * Makes an applier.
	 * @param transactions where to apply
	 * @param clock tells when something is applied
	 * @param watcher is told what is applied; thread-safe if the applier is used by
	 * several threads
	 */
	public Applier(ApplyTransactions transactions, Clock clock, ApplyWatcher watcher) {
		this.transactions = transactions;
		this.clock = clock;
		this.watcher = watcher;
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
		return batch.isSingleRecord() ? commit(batch, poison) : applyHalves(batch);
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

	private Outcome commit(Batch batch, Throwable poison) {
		for (int attempt = 1;; attempt++) {
			try {
				return commitOnce(batch, poison);
			}
			catch (RuntimeException ex) {
				if (attempt == ATTEMPTS || Failure.of(ex) == Failure.POISON) {
					throw ex;
				}
			}
		}
	}

	private Outcome commitOnce(Batch batch, Throwable poison) {
		long start = System.nanoTime();
		ApplyTransaction transaction = new ApplyTransaction(batch, poison, this.clock);
		Outcome outcome = this.transactions.run(transaction::run);
		if (outcome instanceof Outcome.Applied applied) {
			transaction.buried().forEach(this.watcher::buried);
			this.watcher.committed(applied.tally(), Duration.ofNanos(System.nanoTime() - start));
		}
		return outcome;
	}

}
