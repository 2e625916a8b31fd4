package io.planstream.model.inspect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.planstream.model.inspect.InspectionException.Code;

/**
 * Which entries of a zip archive are looked at. Only its directory is read for that, and
 * nothing is ever unpacked to disk.
 */
final class Archive {

	private final Path path;

	private final List<String> ignored;

	private final Set<String> names = new HashSet<>();

	private long bytes;

	private Archive(Path path, List<String> ignored) {
		this.path = path;
		this.ignored = ignored;
	}

	/**
	 * Opens an archive whatever its names are written in. The names of old archives are
	 * in an encoding that is not told: every byte has a character in Latin-1, so that an
	 * entry is found again by the name it was listed with.
	 */
	static ZipFile open(Path path) throws IOException {
		try {
			return new ZipFile(path.toFile());
		}
		catch (ZipException ex) {
			if (message(ex).contains("bad entry name")) {
				return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
			}
			if (message(ex).contains("encrypted")) {
				throw encrypted();
			}
			throw ex;
		}
	}

	/** Names of the CSV entries, sorted. */
	static List<String> csvEntries(Path path, List<String> ignored) throws IOException {
		try (ZipFile zip = open(path)) {
			return new Archive(path, ignored).csvEntries(zip);
		}
	}

	static boolean inRaw(String name) {
		String[] parts = name.split("[/\\\\]");
		return Arrays.stream(parts, 0, Math.max(0, parts.length - 1)).anyMatch((part) -> part.equalsIgnoreCase("raw"));
	}

	private List<String> csvEntries(ZipFile zip) throws IOException {
		List<String> csv = new ArrayList<>();
		for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map((each) -> each)::iterator) {
			if (!entry.isDirectory() && !inRaw(entry.getName()) && isTaken(entry.getName())) {
				add(entry, csv);
			}
		}
		csv.sort(null);
		return csv;
	}

	private boolean isTaken(String name) {
		String ending = name.toLowerCase(Locale.ROOT);
		if (ending.endsWith(".zip") || ending.endsWith(".gz")) {
			this.ignored.add(this.path + "!" + name
					+ ": an archive inside an archive is not opened; unpack the outer one if its files are wanted");
			return false;
		}
		if (ending.endsWith(".csv") && leadsOutside(name)) {
			this.ignored.add(this.path + "!" + name + ": its name leads outside of the archive");
			return false;
		}
		return ending.endsWith(".csv");
	}

	private static boolean leadsOutside(String name) {
		return name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*")
				|| Arrays.asList(name.split("[/\\\\]")).contains("..");
	}

	/**
	 * Entries may share their packed bytes, so it is their sum that is held against the
	 * size of the archive.
	 */
	private void add(ZipEntry entry, List<String> csv) throws IOException {
		if (!this.names.add(entry.getName())) {
			throw new ContentException(Code.DAMAGED_ARCHIVE,
					"holds two entries called " + entry.getName() + ", of which only one can be read",
					"Unpack it and name the right file.");
		}
		this.bytes += Math.max(0, entry.getSize());
		long limit = UnpackedStream.limit(Files.size(this.path));
		if (this.bytes > limit) {
			throw UnpackedStream.tooLarge(limit);
		}
		csv.add(entry.getName());
	}

	private static ContentException encrypted() {
		return new ContentException(Code.ENCRYPTED_ARCHIVE, "is encrypted: it needs a password",
				"Unpack it with the password and name the folder.");
	}

	private static String message(ZipException ex) {
		return String.valueOf(ex.getMessage());
	}

}
