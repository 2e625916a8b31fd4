package io.planstream.local.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.planstream.local.run.Run.DatasetProgress;
import io.planstream.local.terminal.Terminal;

/**
 * Shows how far a run is: a bar for each dataset that moves, or now and then a plain line
 * for each where nobody watches. For one thread.
 */
final class ProgressView {

	private static final long PLAIN_EVERY_NANOS = 5_000_000_000L;

	private static final long STANDSTILL_NANOS = 30_000_000_000L;

	private static final int BAR = 24;

	private final Terminal terminal;

	private final Map<String, Speedometer> speeds = new HashMap<>();

	private final Map<String, String> lastPlain = new HashMap<>();

	private long nextPlain;

	private long lastMoved = -1;

	private long nextRemark;

	ProgressView(Terminal terminal, long nowNanos) {
		this.terminal = terminal;
		this.nextPlain = nowNanos + PLAIN_EVERY_NANOS;
	}

	void show(Run run, long nowNanos) {
		remarkStandstill(run, nowNanos);
		for (DatasetProgress dataset : run.datasets()) {
			speed(dataset).observe(nowNanos, dataset.applied());
		}
		if (this.terminal.isInteractive()) {
			this.terminal.live(bars(run));
		}
		else if (nowNanos >= this.nextPlain || run.isOver()) {
			this.nextPlain = nowNanos + PLAIN_EVERY_NANOS;
			run.datasets().forEach(this::plain);
		}
	}

	/** A run waits for what is away as long as it takes; the person should know. */
	private void remarkStandstill(Run run, long nowNanos) {
		long moved = run.datasets().stream().mapToLong((dataset) -> dataset.read() + finished(dataset)).sum();
		if (moved != this.lastMoved || run.isOver()) {
			this.lastMoved = moved;
			this.nextRemark = nowNanos + STANDSTILL_NANOS;
		}
		else if (nowNanos >= this.nextRemark) {
			this.nextRemark = nowNanos + STANDSTILL_NANOS;
			this.terminal.line("  Nothing has moved for " + STANDSTILL_NANOS / 1_000_000_000L
					+ " seconds. The run goes on by itself when it can; ./planstream status names the logs.");
		}
	}

	private void plain(DatasetProgress dataset) {
		String line = "  " + dataset.dataset() + ": " + counts(dataset) + " (" + percent(dataset) + " %)"
				+ pace(dataset);
		// what has not begun or not moved needs no new line
		if (dataset.read() > 0 && !counts(dataset).equals(this.lastPlain.put(dataset.dataset(), counts(dataset)))) {
			this.terminal.line(line);
		}
	}

	private List<String> bars(Run run) {
		List<String> lines = new ArrayList<>();
		for (DatasetProgress dataset : run.datasets()) {
			int filled = (int) (BAR * percent(dataset) / 100);
			lines.add(String.format(Locale.ROOT, "  %-16s [%s%s] %3d %%  %s%s", dataset.dataset(), "#".repeat(filled),
					"-".repeat(BAR - filled), percent(dataset),
					(this.terminal.width() < 130) ? shortCounts(dataset) : counts(dataset), pace(dataset)));
		}
		return lines;
	}

	private static String counts(DatasetProgress dataset) {
		return String.format(Locale.ROOT, "read %,d, acknowledged %,d, applied %,d of %,d", dataset.read(),
				dataset.published(), dataset.applied(), dataset.totalRows());
	}

	private static String shortCounts(DatasetProgress dataset) {
		return String.format(Locale.ROOT, "%s/%s/%s of %s", brief(dataset.read()), brief(dataset.published()),
				brief(dataset.applied()), brief(dataset.totalRows()));
	}

	private static String brief(long count) {
		if (count < 10_000) {
			return String.valueOf(count);
		}
		return (count < 10_000_000) ? count / 1000 + "k" : String.format(Locale.ROOT, "%.1fM", count / 1e6);
	}

	private String pace(DatasetProgress dataset) {
		long left = Math.max(0, dataset.totalRows() - finished(dataset));
		double speed = speed(dataset).perSecond();
		if (left == 0 || speed < 1) {
			return "";
		}
		return String.format(Locale.ROOT, "  %,d rows/s  %s left", Math.round(speed),
				clock((long) Math.ceil(left / speed)));
	}

	private static String clock(long seconds) {
		return (seconds < 3600) ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
				: String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
	}

	private static long percent(DatasetProgress dataset) {
		return (dataset.totalRows() == 0) ? 100 : Math.min(100, 100 * finished(dataset) / dataset.totalRows());
	}

	private static long finished(DatasetProgress dataset) {
		return dataset.applied() + dataset.rejected() + dataset.deadLettered();
	}

	private Speedometer speed(DatasetProgress dataset) {
		return this.speeds.computeIfAbsent(dataset.dataset(), (name) -> new Speedometer());
	}

}
