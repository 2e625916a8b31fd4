package io.planstream.ingest.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunState;
import io.planstream.ingest.run.RunStore;
import io.planstream.model.RunId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells clients once a second how far runs are, as server-sent events: {@code progress}
 * while a run is being worked on, {@code finished} at its end, and the stream ends. A run
 * is read once a second however many listen to it. Thread-safe.
 */
@Component
class RunEvents {

	private static final Logger logger = LoggerFactory.getLogger(RunEvents.class);

	/** A client that leaves without a word keeps its place until the next event. */
	private static final int MOST_LISTENERS = 200;

	private static final long UNTIL_THE_RUN_ENDS = 0;

	private final RunStore runs;

	private final RunViews views;

	private final Map<RunId, List<SseEmitter>> listeners = new ConcurrentHashMap<>();

	/** Its own thread, so that a client that does not read delays nothing else. */
	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "run-events");
		thread.setDaemon(true);
		return thread;
	});

	RunEvents(RunStore runs, RunViews views) {
		this.runs = runs;
		this.views = views;
		this.clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
	}

	/**
	 * Begins to tell a client.
	 * @param run the run
	 * @return the stream; its first event is sent at once
	 */
	SseEmitter listen(Run run) {
		if (this.listeners.values().stream().mapToInt(List::size).sum() >= MOST_LISTENERS) {
			throw new RefusedException(RefusedException.Code.TOO_MANY_LISTENERS,
					MOST_LISTENERS + " clients listen already", "Ask for the run itself now and then.");
		}
		SseEmitter emitter = new SseEmitter(UNTIL_THE_RUN_ENDS);
		List<SseEmitter> ofRun = this.listeners.computeIfAbsent(run.id(), (id) -> new CopyOnWriteArrayList<>());
		emitter.onCompletion(() -> ofRun.remove(emitter));
		emitter.onError((ex) -> ofRun.remove(emitter));
		ofRun.add(emitter);
		this.clock.execute(() -> tell(run.id(), List.of(emitter)));
		return emitter;
	}

	private void tick() {
		this.listeners.values().removeIf(List::isEmpty);
		this.listeners.forEach(this::tell);
	}

	private void tell(RunId id, List<SseEmitter> emitters) {
		try {
			Run run = this.runs.get(id);
			boolean finished = run.state() != RunState.RUNNING;
			RunView view = this.views.full(run, false);
			emitters.forEach((emitter) -> send(emitter, finished ? "finished" : "progress", view));
			if (finished) {
				emitters.forEach(SseEmitter::complete);
			}
		}
		catch (RefusedException ex) {
			emitters.forEach(SseEmitter::complete);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.debug("Run {} is told of later: {}", id, ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("Run {} cannot be told of", id, ex);
		}
	}

	private static void send(SseEmitter emitter, String event, RunView view) {
		try {
			emitter.send(SseEmitter.event().name(event).data(view));
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("A client has left: {}", ex.getMessage());
			emitter.completeWithError(ex);
		}
	}

	/** Before the server waits for its requests to end. */
	@EventListener(ContextClosedEvent.class)
	void close() {
		this.clock.shutdownNow();
		this.listeners.values().forEach((ofRun) -> ofRun.forEach(SseEmitter::complete));
	}

}
