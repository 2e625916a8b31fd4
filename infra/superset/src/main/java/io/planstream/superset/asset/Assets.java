package io.planstream.superset.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A folder of Superset assets, read into memory: dashboards, their charts, the datasets
 * and the database that these name. Immutable.
 */
public final class Assets {

	private static final String SHIPPED = "/superset-assets";

	private final SortedMap<String, String> files;

	private Assets(SortedMap<String, String> files) {
		this.files = Collections.unmodifiableSortedMap(files);
	}

	/**
	 * The dashboards that come with the product.
	 * @return the assets on the class path
	 */
	public static Assets shipped() {
		try {
			URI metadata = Assets.class.getResource(SHIPPED + "/metadata.yaml").toURI();
			if (!metadata.getScheme().equals("jar")) {
				return of(Path.of(metadata).getParent());
			}
			try (FileSystem jar = FileSystems.newFileSystem(metadata, Map.of())) {
				return of(jar.getPath(SHIPPED));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The dashboards cannot be read", ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException("The class path has an odd address", ex);
		}
	}

	/**
	 * The assets in a folder.
	 * @param folder the folder that holds {@code metadata.yaml}
	 * @return the assets
	 */
	public static Assets of(Path folder) {
		SortedMap<String, String> files = new TreeMap<>();
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + folder, ex);
		}
		return new Assets(files);
	}

	/**
	 * The files as they are.
	 * @return the text of each by its name below the folder, with slashes, in order
	 */
	public SortedMap<String, String> files() {
		return this.files;
	}

	/**
	 * The datasets.
	 * @return in the order of their files
	 */
	public List<Dataset> datasets() {
		return all("datasets/", Dataset::of);
	}

	/**
	 * The charts.
	 * @return in the order of their files
	 */
	public List<Chart> charts() {
		return all("charts/", Chart::of);
	}

	/**
	 * The dashboards.
	 * @return in the order of their files
	 */
	public List<Dashboard> dashboards() {
		return all("dashboards/", Dashboard::of);
	}

	/**
	 * The dataset that a chart asks.
	 * @param chart the chart
	 * @return its dataset
	 */
	public Dataset datasetOf(Chart chart) {
		return datasets().stream()
			.filter((dataset) -> dataset.uuid().equals(chart.datasetUuid()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(chart.name() + " asks a dataset that is not there"));
	}

	/** The contents of the files of a folder, as plain maps, lists and values. */
	SortedMap<String, Node> trees(String folder) {
		SortedMap<String, Node> trees = new TreeMap<>();
		this.files.forEach((name, text) -> {
			if (name.startsWith(folder)) {
				trees.put(name, Node.parse(name, text));
			}
		});
		return trees;
	}

	private <T> List<T> all(String folder, Function<Node, T> type) {
		return trees(folder).values().stream().map(type).toList();
	}

	/** A parser of its own for each file: it is not thread-safe. */
	static Yaml yaml() {
		return new Yaml(new SafeConstructor(new LoaderOptions()));
	}

}
