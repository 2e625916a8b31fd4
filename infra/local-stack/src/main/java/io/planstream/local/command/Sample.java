package io.planstream.local.command;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

import io.planstream.generator.DataSetGenerator;
import io.planstream.local.home.Home;
import io.planstream.local.terminal.Terminal;

/**
 * The synthetic data set of a demonstration, made once for each size and seed.
 */
final class Sample {

	private final Home home;

	private final Terminal terminal;

	Sample(Home home, Terminal terminal) {
		this.home = home;
		this.terminal = terminal;
	}

	Path make(double scale, long seed) {
		Path folder = this.home.file("samples").resolve(BigDecimal.valueOf(scale).toPlainString() + "-" + seed);
		if (!isComplete(folder)) {
			new Generation(this.terminal).write(folder, scale, seed);
		}
		return folder;
	}

	/** The generator gives files their names only once all are whole. */
	private static boolean isComplete(Path folder) {
		return DataSetGenerator.FILES.stream().map(folder::resolve).allMatch(Files::exists);
	}

}
