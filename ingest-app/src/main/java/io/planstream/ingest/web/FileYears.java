package io.planstream.ingest.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.planstream.model.inspect.InspectionException;
import io.planstream.model.inspect.Inspector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The plan years of files that no run has read. Each file is read once for that, in the
 * background and one at a time; what was found is remembered until the file changes.
 * Thread-safe.
 */
@Component
class FileYears implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(FileYears.class);

	/** Some seconds of reading; the years of larger ones are told by a check. */
	private static final long LARGEST = 8L << 30;

	private static final int REMEMBERED = 2_000;

	private final Inspector inspector = new Inspector(Inspector.MAX_SLICE_BYTES);

	private final Map<Version, Years> known = Remembered.latest(REMEMBERED);

	private final ExecutorService reader = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "file-years");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * What is known of a file; the first question has it read.
	 */
	Years of(Path path, long sizeBytes, Instant modified) {
		if (sizeBytes > LARGEST) {
			return Years.UNKNOWN;
		}
		Version file = new Version(path, sizeBytes, modified);
		Years years = this.known.putIfAbsent(file, Years.BEING_READ);
		if (years != null) {
			return years;
		}
		this.reader.execute(() -> read(file));
		return Years.BEING_READ;
	}

	/** Whatever goes wrong, nobody asks for these years for ever. */
	private void read(Version file) {
		Years years = Years.UNKNOWN;
		try {
			years = found(file.path());
		}
		finally {
			this.known.put(file, years);
		}
	}

	private Years found(Path file) {
		TreeSet<Integer> years = new TreeSet<>();
		try {
			this.inspector.inspect(List.of(file), true, (bytes) -> {
			}).files().forEach((source) -> years.addAll(source.years()));
			return new Years(List.copyOf(years), false);
		}
		catch (InspectionException ex) {
			logger.debug("{} tells no years: {}", file, ex.getMessage());
			return Years.UNKNOWN;
		}
	}

	@Override
	public void destroy() {
		this.reader.shutdownNow();
	}

	/** A file as it was at a moment. */
	private record Version(Path path, long sizeBytes, Instant modified) {
	}

	/**
	 * What is known.
	 *
	 * @param years in order; empty if they cannot be told, or not yet
	 * @param beingRead whether asking again later tells more
	 */
	record Years(List<Integer> years, boolean beingRead) {

		static final Years UNKNOWN = new Years(List.of(), false);

		static final Years BEING_READ = new Years(List.of(), true);

	}

}
