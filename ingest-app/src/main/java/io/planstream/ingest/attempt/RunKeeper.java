package io.planstream.ingest.attempt;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.planstream.ingest.outage.DatabaseOutage;
import io.planstream.ingest.run.OwnerStore;
import io.planstream.ingest.settings.Settings;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the runs of this instance going: begins attempts, begins the next one when one
 * breaks, renews leases, takes over what other instances left behind, and lets go of
 * everything in order when the application ends. Thread-safe.
 */
@Component
public class RunKeeper implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RunKeeper.class);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

	private final KeptRun.Tools tools;

	private final OwnerStore owners;

	private final int concurrentRuns;

	private final Map<RunId, KeptRun> kept = new ConcurrentHashMap<>();

	private ExecutorService threads;

	private volatile boolean running;

	RunKeeper(KeptRun.Tools tools, OwnerStore owners, Settings settings) {
		this.tools = tools;
		this.owners = owners;
		this.concurrentRuns = settings.ingest().concurrentRuns();
	}

	@Override
	public void start() {
		this.threads = Executors.newFixedThreadPool(this.concurrentRuns, new CustomizableThreadFactory("run-"));
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.kept.values().forEach((run) -> run.end(Ending.Kind.SHUTDOWN));
		this.threads.shutdown();
		this.kept.values().forEach((run) -> {
			if (!run.awaitEnd(STOP_LIMIT)) {
				logger.warn("Run {} did not stop within {} seconds", run.id(), STOP_LIMIT.toSeconds());
			}
		});
		this.kept.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Keeps a run going from now on. Does nothing if this instance keeps it already.
	 * @param id a running run
	 */
	public void keep(RunId id) {
		if (this.running) {
			KeptRun run = new KeptRun(id, this.tools, () -> this.kept.remove(id));
			if (this.kept.putIfAbsent(id, run) == null) {
				this.threads.execute(run::read);
			}
		}
	}

	/**
	 * Stops the workers of a run and leaves it {@code STOPPED}.
	 * @param id the run
	 * @param limit how long to wait for its workers
	 * @return false if this instance does not keep the run
	 */
	public boolean stop(RunId id, Duration limit) {
		KeptRun run = this.kept.get(id);
		if (run == null) {
			return false;
		}
		run.end(Ending.Kind.STOPPED);
		run.awaitEnd(limit);
		return true;
	}

	/**
	 * Lets go of a run that is not running any more.
	 * @param id the run
	 */
	public void release(RunId id) {
		KeptRun run = this.kept.get(id);
		if (run != null) {
			run.end(Ending.Kind.LOST);
		}
	}

	/**
	 * Whether this instance keeps any run going.
	 * @return whether there is one
	 */
	public boolean isKeepingAny() {
		return !this.kept.isEmpty();
	}

	/**
	 * Whether a run is about to stop.
	 * @param id the run
	 * @return true while its workers finish their blocks
	 */
	public boolean stopping(RunId id) {
		KeptRun run = this.kept.get(id);
		return run != null && run.stopping();
	}

	/**
	 * Rows of a dataset that are read, live.
	 * @param id the run
	 * @param dataset the dataset
	 * @return the count, or empty if this instance does not read the run
	 */
	public Optional<Long> rowsRead(RunId id, Dataset dataset) {
		return Optional.ofNullable(this.kept.get(id)).flatMap((run) -> run.rowsRead(dataset));
	}

	/**
	 * The runs of this instance that are read completely and wait for being applied.
	 * @return their identities
	 */
	public List<RunId> readCompletely() {
		return this.kept.values().stream().filter(KeptRun::readCompletely).map(KeptRun::id).toList();
	}

	@Scheduled(fixedDelay = 2000)
	void renewLeases() {
		for (KeptRun run : this.kept.values()) {
			try {
				run.renew(this.owners);
			}
			catch (DataAccessException | TransactionException ex) {
				logger.debug("The lease of run {} is not renewed: {}", run.id(), ex.getMessage());
			}
		}
	}

	@Scheduled(fixedDelay = 2000)
	void takeOver() {
		if (!this.running) {
			return;
		}
		try {
			for (RunId id : this.owners.abandoned()) {
				if (!this.kept.containsKey(id)) {
					logger.info("Taking over run {}", id);
					keep(id);
				}
			}
		}
		catch (DataAccessException | TransactionException ex) {
			if (!DatabaseOutage.isOutage(ex)) {
				throw ex;
			}
			logger.debug("No look for runs to take over: {}", ex.getMessage());
		}
	}

}
