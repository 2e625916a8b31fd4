package io.planstream.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.planstream.generator.DataSetGenerator;
import io.planstream.generator.GeneratedDataSet;
import io.planstream.generator.GeneratedFile;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;

/**
 * Writes a synthetic data set and shows how far it is.
 */
final class Generation {

	private static final long STEP = 50_000;

	private final Terminal terminal;

	private long shown;

	Generation(Terminal terminal) {
		this.terminal = terminal;
	}

	void write(Path folder, double scale, long seed) {
		DataSetGenerator generator = DataSetGenerator.of(scale, seed);
		long total = generator.rateRows();
		this.terminal.line(String.format(Locale.ROOT, "Generating %,d rates (scale %s, seed %d) ...", total,
				Double.toString(scale), seed));
		long begun = System.nanoTime();
		try {
			GeneratedDataSet written = generator.writeTo(folder, (rows) -> progress(rows, total));
			double seconds = (System.nanoTime() - begun) / 1e9;
			for (GeneratedFile file : written.files()) {
				this.terminal.line(String.format(Locale.ROOT, "  %s: %,d rows, %,.1f MB", file.path(), file.rows(),
						file.bytes() / 1048576.0));
			}
			this.terminal.line(String.format(Locale.ROOT, "  %.1f seconds, %,.0f rows per second", seconds,
					written.rows() / seconds));
		}
		catch (IOException ex) {
			throw new Problem("NOT_WRITTEN", "Cannot write to " + folder + ": " + ex.getMessage(),
					"Name a folder that can be written on a disk with space.", ex);
		}
	}

	private void progress(long rows, long total) {
		if (rows >= this.shown + STEP) {
			this.shown = rows;
			this.terminal.live(List.of(String.format(Locale.ROOT, "  %,d of %,d", rows, total)));
		}
	}

}
