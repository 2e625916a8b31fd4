package io.planstream.ingest.attempt;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.planstream.ingest.outage.Backoff;
import io.planstream.ingest.outage.DatabaseOutage;
import io.planstream.ingest.outage.Halt;
import io.planstream.ingest.run.OwnerStore;
import io.planstream.ingest.run.RunState;
import io.planstream.ingest.run.RunStore;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A run that this instance works on: attempt after attempt until everything is read, and
 * then the lease until it is decided. Thread-safe.
 */
final class KeptRun {

	private static final Logger logger = LoggerFactory.getLogger(KeptRun.class);

	/** Attempts in a row that break for no outage and get no row further. */
	private static final int PATIENCE = 5;

	private final RunId id;

	private final Tools tools;

	private final Runnable forget;

	/** Ends waits between attempts as well. */
	private final Halt halt = new Halt();

	private final AtomicReference<Ending.Kind> wanted = new AtomicReference<>();

	private final AtomicBoolean settled = new AtomicBoolean();

	private final CountDownLatch ended = new CountDownLatch(1);

	private volatile Attempt attempt;

	private volatile Long epoch;

	private volatile boolean readCompletely;

	private int fruitless;

	private long furthest = -1;

	KeptRun(RunId id, Tools tools, Runnable forget) {
		this.id = id;
		this.tools = tools;
		this.forget = forget;
	}

	RunId id() {
		return this.id;
	}

	boolean readCompletely() {
		return this.readCompletely;
	}

	boolean stopping() {
		return this.wanted.get() == Ending.Kind.STOPPED;
	}

	Optional<Long> rowsRead(Dataset dataset) {
		return Optional.ofNullable(this.attempt).map((current) -> current.tally().read(dataset));
	}

	/**
	 * Ends the run's stay here; a run that is read completely has no workers to wait for.
	 */
	void end(Ending.Kind kind) {
		boolean first = this.wanted.compareAndSet(null, kind);
		Attempt current = this.attempt;
		if (current != null) {
			current.end(new Ending(kind, null));
		}
		this.halt.request();
		if (first && this.readCompletely) {
			settle(kind, null);
		}
	}

	boolean awaitEnd(Duration limit) {
		try {
			return this.ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Another epoch means that someone else owns the run. */
	void renew(OwnerStore owners) {
		Long current = this.epoch;
		if (current != null && !owners.renew(this.id, current) && current.equals(this.epoch)) {
			logger.warn("Run {} belongs to another instance now", this.id);
			end(Ending.Kind.LOST);
		}
	}

	/** Attempt after attempt, until everything is read or there is a reason to end. */
	void read() {
		Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));
		while (!this.halt.requested()) {
			Ending ending = readOnce();
			if (ending == null) {
				waitForBeingApplied();
				return;
			}
			if (ending.kind() != Ending.Kind.BROKEN || givesUp(ending)) {
				settle(ending.kind(), ending.cause());
				return;
			}
			Duration wait = backoff.next();
			logger.warn("Run {}: an attempt broke, the next begins in {} seconds", this.id, wait.toSeconds(),
					ending.cause());
			this.halt.pause(wait);
		}
		settle(this.wanted.get(), null);
	}

	private void waitForBeingApplied() {
		this.readCompletely = true;
		if (this.wanted.get() != null) {
			settle(this.wanted.get(), null);
		}
	}

	/** Why the attempt ended early, or null if everything is read. */
	private Ending readOnce() {
		try {
			Optional<Long> taken = this.tools.loader().take(this.id);
			if (taken.isEmpty()) {
				return new Ending(Ending.Kind.LOST, null);
			}
			this.epoch = taken.get();
			Attempt current = this.tools.loader().load(this.id, taken.get(), new Halt());
			this.attempt = current;
			if (this.wanted.get() != null) {
				current.end(new Ending(this.wanted.get(), null));
			}
			logger.info("{} begins", current);
			this.tools.job().run(current);
			return current.ending();
		}
		catch (RuntimeException ex) {
			return Ending.of(ex);
		}
	}

	/** What breaks again and again without an outage is a fault of the program. */
	private boolean givesUp(Ending ending) {
		long read = (this.attempt != null) ? this.attempt.tally().committedRead() : 0;
		boolean outage = isOutage(ending.cause());
		this.fruitless = (outage || read > this.furthest) ? 0 : this.fruitless + 1;
		this.furthest = Math.max(this.furthest, read);
		return this.fruitless >= PATIENCE;
	}

	private static boolean isOutage(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof KafkaException
					|| cause instanceof RuntimeException runtime && DatabaseOutage.isOutage(runtime)) {
				return true;
			}
		}
		return false;
	}

	private void settle(Ending.Kind kind, Throwable cause) {
		if (!this.settled.compareAndSet(false, true)) {
			return;
		}
		Halt patience = new Halt();
		if (kind == Ending.Kind.SHUTDOWN) {
			patience.request();
		}
		try {
			DatabaseOutage.waitOut(patience, "Run " + this.id, () -> {
				store(kind, cause);
				return true;
			});
		}
		finally {
			this.epoch = null;
			this.forget.run();
			this.ended.countDown();
		}
	}

	private void store(Ending.Kind kind, Throwable cause) {
		switch (kind) {
			case STOPPED -> leave(RunState.STOPPED, null);
			case FAILED -> leave(RunState.FAILED, cause.getMessage());
			case BROKEN -> leave(RunState.FAILED, "The last " + PATIENCE + " attempts broke without getting further: "
					+ cause + ". See the log; resume the run when the cause is mended.");
			case SHUTDOWN -> release();
			case LOST -> logger.debug("Run {} is not kept by this instance any more", this.id);
		}
	}

	/** Unless someone else, a repair for example, has the run going again already. */
	private void leave(RunState state, String message) {
		boolean left = this.tools.transactions()
			.execute((status) -> isOwner() && this.tools.runs()
				.move(this.id, List.of(RunState.RUNNING), state, message, this.tools.clock().instant()));
		if (left) {
			logger.info("Run {} is {}{}", this.id, state, (message != null) ? ": " + message : "");
		}
	}

	private boolean isOwner() {
		Long current = this.epoch;
		return current == null || this.tools.owners().renew(this.id, current);
	}

	private void release() {
		Long current = this.epoch;
		if (current != null) {
			this.tools.owners().release(this.id, current);
		}
	}

	/**
	 * What every kept run works with.
	 *
	 * @param loader begins attempts
	 * @param job runs attempts
	 * @param runs the table
	 * @param owners the table
	 * @param transactions for both tables at once
	 * @param clock tells the time
	 */
	@Component
	record Tools(AttemptLoader loader, AttemptJob job, RunStore runs, OwnerStore owners,
			TransactionOperations transactions, Clock clock) {
	}

}
