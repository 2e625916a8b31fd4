package io.planstream.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.planstream.testsupport.fault.Victim;

import org.springframework.dao.DataAccessException;

/**
 * Notes at fixed times how many rows were applied and what every process takes, until it
 * is closed. The table is printed and kept as a file as it grows.
 */
final class SoakRecord implements AutoCloseable {

	private final FaultyStack stack;

	private final Path file;

	private final LongSupplier rows;

	private final long start = System.nanoTime();

	private final List<Sample> samples = new ArrayList<>();

	private final Map<String, Integer> lives = new TreeMap<>();

	private final Map<String, Long> pids = new TreeMap<>();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	SoakRecord(FaultyStack stack, Path file, LongSupplier rows) {
		this.stack = stack;
		this.file = file;
		this.rows = rows;
	}

	SoakRecord every(Duration interval) {
		List<String> columns = new ArrayList<>(
				List.of("seconds", "rows", "rows_per_second", "topics_mib", "database_mib"));
		names().forEach((name) -> {
			columns.add(name + "_life");
			ProcessFigures.NAMES.forEach((figure) -> columns.add(name + "_" + figure));
		});
		write(String.join(",", columns), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
				StandardOpenOption.WRITE);
		this.timer.scheduleAtFixedRate(this::note, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
		return this;
	}

	/** What was noted of a process, in the order of time. */
	synchronized List<Figures> of(String name) {
		return this.samples.stream().flatMap((sample) -> Stream.ofNullable(sample.processes().get(name))).toList();
	}

	/** What was noted of the life of a process that was noted most often. */
	List<Figures> longestLife(String name) {
		return of(name).stream()
			.collect(Collectors.groupingBy(Figures::life))
			.values()
			.stream()
			.max(Comparator.comparingInt(List::size))
			.orElse(List.of());
	}

	List<String> names() {
		return this.stack.victims().keySet().stream().sorted().toList();
	}

	/** The disk, in MiB, of the topics and of the database, in the order of time. */
	synchronized List<Long> disk() {
		return this.samples.stream().map((sample) -> sample.topics() + sample.database()).toList();
	}

	private synchronized void note() {
		try {
			Map<String, Figures> processes = new TreeMap<>();
			this.stack.victims().forEach((name, victim) -> figures(name, victim).ifPresent((now) -> {
				processes.put(name, now);
			}));
			Sample sample = new Sample(seconds(), appliedRows(), mebibytes(this.stack.broker().data()),
					mebibytes(this.stack.database().data()), processes);
			this.samples.add(sample);
			write(sample.line(names()), StandardOpenOption.APPEND);
			System.out.println(sample);
		}
		catch (RuntimeException ex) {
			System.out.println("No sample: " + ex);
		}
	}

	private Optional<Figures> figures(String name, Victim victim) {
		ProcessHandle process = victim.process();
		if (!Long.valueOf(process.pid()).equals(this.pids.put(name, process.pid()))) {
			this.lives.merge(name, 1, Integer::sum);
		}
		return ProcessFigures.of(process).map((figures) -> new Figures(this.lives.get(name), figures));
	}

	/** -1 while the database does not answer. */
	private long appliedRows() {
		try {
			return this.rows.getAsLong();
		}
		catch (DataAccessException ex) {
			return -1;
		}
	}

	private long seconds() {
		return Duration.ofNanos(System.nanoTime() - this.start).toSeconds();
	}

	private static long mebibytes(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.mapToLong((file) -> file.toFile().length()).sum() >> 20;
		}
		catch (IOException | UncheckedIOException ex) {
			// a file went while the folder was read
			return -1;
		}
	}

	private void write(String line, OpenOption... options) {
		try {
			Files.writeString(this.file, line + System.lineSeparator(), options);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	/**
	 * What a process takes.
	 *
	 * @param life how often it has been started
	 * @param figures what it takes
	 */
	record Figures(int life, ProcessFigures figures) {

		@Override
		public String toString() {
			return this.life + ": " + this.figures.columns();
		}

	}

	/** A moment; sizes in MiB, -1 for what could not be read. */
	private record Sample(long seconds, long rows, long topics, long database, Map<String, Figures> processes) {

		private long rate() {
			return (this.rows > 0 && this.seconds > 0) ? this.rows / this.seconds : -1;
		}

		String line(List<String> names) {
			List<Object> values = new ArrayList<>(List.of(this.seconds, this.rows, rate(), this.topics, this.database));
			for (String name : names) {
				Figures process = this.processes.get(name);
				values.add((process != null) ? process.life() : "");
				values.addAll((process != null) ? process.figures().columns() : List.of("", "", "", ""));
			}
			return values.stream()
				.map((value) -> value.equals(-1L) ? "" : value.toString())
				.collect(Collectors.joining(","));
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%5d s %,12d rows %,7d/s topics %5d MiB database %5d MiB %s",
					this.seconds, this.rows, rate(), this.topics, this.database, this.processes);
		}

	}

}
