package io.planstream.superset.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.planstream.superset.asset.Assets;

/**
 * Assets in the one file that Superset imports: a zip whose names have one leading
 * folder. The same assets and address give the same bytes. Immutable.
 *
 * @param assets what it holds
 * @param database where its Superset finds the data
 */
public record Bundle(Assets assets, DatabaseUri database) {

	private static final String ROOT = "planstream";

	private static final Pattern ADDRESS = Pattern.compile("(?m)^sqlalchemy_uri: .*$");

	private static final Pattern SCHEMA = Pattern.compile("(?m)^schema: .*$");

	/** The earliest time that a zip can tell. */
	private static final LocalDateTime WHENEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

	/**
	 * The name under which the import takes the database's password.
	 * @return the database's file, without the leading folder
	 */
	public String databaseFile() {
		return this.assets.files()
			.keySet()
			.stream()
			.filter((name) -> name.startsWith("databases/"))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * The file.
	 * @return the bytes of the zip
	 */
	public byte[] zip() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (Map.Entry<String, String> file : files().entrySet()) {
				ZipEntry entry = new ZipEntry(ROOT + "/" + file.getKey());
				entry.setTimeLocal(WHENEVER);
				zip.putNextEntry(entry);
				zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The bundle cannot be made", ex);
		}
		return bytes.toByteArray();
	}

	private Map<String, String> files() {
		Map<String, String> files = new TreeMap<>(this.assets.files());
		files.replaceAll((name, text) -> {
			if (name.startsWith("databases/")) {
				return replace(ADDRESS, text, "sqlalchemy_uri: ", this.database.toString());
			}
			return name.startsWith("datasets/") ? replace(SCHEMA, text, "schema: ", this.database.schema()) : text;
		});
		return files;
	}

	private static String replace(Pattern line, String text, String field, String value) {
		String quoted = field + "'" + value.replace("'", "''") + "'";
		return line.matcher(text).replaceFirst(Matcher.quoteReplacement(quoted));
	}

}
