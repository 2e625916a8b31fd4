package io.planstream.local.run;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;

/**
 * Follows a run to its end and keeps the stack alive meanwhile: a run goes on by itself
 * when a part of the stack comes back. For one thread.
 */
public final class RunWatcher {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration REMARK = Duration.ofSeconds(5);

	private final IngestApi api;

	private final Terminal terminal;

	private final Runnable keepAlive;

	/**
	 * Makes a watcher.
	 * @param api where to ask
	 * @param terminal where to show
	 * @param keepAlive starts again what has died; called often
	 */
	public RunWatcher(IngestApi api, Terminal terminal, Runnable keepAlive) {
		this.api = api;
		this.terminal = terminal;
		this.keepAlive = keepAlive;
	}

	/**
	 * Starts or resumes a run. Asking twice is harmless: the same content is the same
	 * run.
	 * @param request what to ingest
	 * @return the run
	 */
	public Run start(RunRequest request) {
		return patiently(() -> this.api.start(request));
	}

	/**
	 * Shows a run until it is over.
	 * @param runId its id
	 * @return the run as it ended
	 */
	public Run follow(String runId) {
		ProgressView view = new ProgressView(this.terminal, System.nanoTime());
		while (true) {
			Run run = patiently(() -> this.api.run(runId));
			view.show(run, System.nanoTime());
			if (run.isOver()) {
				this.terminal.keepLive();
				return run;
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
			this.keepAlive.run();
		}
	}

	private <T> T patiently(Supplier<T> question) {
		Instant begun = Instant.now();
		boolean said = false;
		while (true) {
			try {
				return question.get();
			}
			catch (NotAnsweringException ex) {
				if (Instant.now().isAfter(begun.plus(PATIENCE))) {
					throw new Problem("INGEST_NOT_ANSWERING", ex.getMessage(),
							"Look into its log (./planstream status names it), then run the same command again.", ex);
				}
				if (!said && Instant.now().isAfter(begun.plus(REMARK))) {
					this.terminal.line("  Waiting: " + ex.getMessage());
					said = true;
				}
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
				this.keepAlive.run();
			}
		}
	}

}
