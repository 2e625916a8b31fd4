package io.planstream.benchmark.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.planstream.generator.DataSetGenerator;

/**
 * Makes each sample once. For one thread.
 */
public final class Samples {

	/** All samples are of one seed, so that each run measures the same bytes. */
	private static final long SEED = 1;

	private final Path folder;

	private final Consumer<String> progress;

	private final Map<Double, Sample> made = new HashMap<>();

	/**
	 * No samples yet.
	 * @param folder where to make them
	 * @param progress receives a line for each
	 */
	public Samples(Path folder, Consumer<String> progress) {
		this.folder = folder;
		this.progress = progress;
	}

	/**
	 * A sample.
	 * @param scale its size; 1 is that of the real data set
	 * @return the sample
	 * @throws IOException if it cannot be written
	 */
	public Sample of(double scale) throws IOException {
		Sample known = this.made.get(scale);
		if (known != null) {
			return known;
		}
		Path target = this.folder.resolve(Double.toString(scale));
		this.progress.accept("Generating files, scale " + scale + " ...");
		Sample sample = new Sample(target, DataSetGenerator.of(scale, SEED).writeTo(target, (rows) -> {
		}));
		this.progress.accept(
				String.format(Locale.ROOT, "  %,d rows, %,d of them rates", sample.files().rows(), sample.rateRows()));
		this.made.put(scale, sample);
		return sample;
	}

}
