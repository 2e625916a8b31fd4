package io.planstream.model.inspect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.planstream.model.inspect.InspectionException.Code;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * Which entries of a zip archive are looked at. Only its directory is read for that, and
 * nothing is ever unpacked to disk.
 */
final class Archive {

	private final Path path;

	private final List<Found> found = new ArrayList<>();

	private final Set<String> names = new HashSet<>();

	private long bytes;

	private Archive(Path path) {
		this.path = path;
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

	/** The CSV entries and what is passed over, sorted by name. */
	static List<Found> entries(Path path) throws IOException {
		try (ZipFile zip = open(path)) {
			return new Archive(path).entries(zip);
		}
	}

	private static boolean inRaw(String name) {
		String[] parts = name.split("[/\\\\]");
		return Arrays.stream(parts, 0, Math.max(0, parts.length - 1)).anyMatch((part) -> part.equalsIgnoreCase("raw"));
	}

	private List<Found> entries(ZipFile zip) throws IOException {
		for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map((each) -> each)::iterator) {
			if (!entry.isDirectory() && !inRaw(entry.getName())) {
				look(entry);
			}
		}
		this.found.sort(Comparator.comparing((each) -> each.place().entry()));
		return this.found;
	}

	private void look(ZipEntry entry) throws IOException {
		String ending = entry.getName().toLowerCase(Locale.ROOT);
		if (ending.endsWith(".zip") || ending.endsWith(".gz")) {
			passOver(entry, "an archive inside an archive is not opened; unpack the outer one if its files are wanted");
		}
		else if (ending.endsWith(".csv") && leadsOutside(entry.getName())) {
			passOver(entry, "its name leads outside of the archive");
		}
		else if (ending.endsWith(".csv")) {
			take(entry);
		}
	}

	private void passOver(ZipEntry entry, String reason) {
		this.found.add(new Found.PassedOver(new Place(this.path, entry.getName()), entry.getSize(), reason));
	}

	private static boolean leadsOutside(String name) {
		return name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*")
				|| Arrays.asList(name.split("[/\\\\]")).contains("..");
	}

	/**
	 * Entries may share their packed bytes, so it is their sum that is held against the
	 * size of the archive.
	 */
	private void take(ZipEntry entry) throws IOException {
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
		this.found.add(new Found.Candidate(new Place(this.path, entry.getName()), entry.getSize(), false));
	}

	private static ContentException encrypted() {
		return new ContentException(Code.ENCRYPTED_ARCHIVE, "is encrypted: it needs a password",
				"Unpack it with the password and name the folder.");
	}

	private static String message(ZipException ex) {
		return String.valueOf(ex.getMessage());
	}

}
