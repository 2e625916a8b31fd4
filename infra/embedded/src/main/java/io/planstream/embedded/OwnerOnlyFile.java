package io.planstream.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes files and makes folders that only their owner can read, at no moment readable by
 * others; a file is never half written. Thread-safe.
 */
public final class OwnerOnlyFile {

	private OwnerOnlyFile() {
	}

	/**
	 * Writes or replaces a file.
	 * @param file the file; its folder is made when missing
	 * @param content what it holds then
	 * @throws EmbeddedServerException if it cannot be written
	 */
	public static void write(Path file, String content) {
		try {
			Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
			Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", attributes("rw-------"));
			Files.writeString(fresh, content, StandardCharsets.UTF_8);
			Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new EmbeddedServerException("Cannot write " + file + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Makes a folder whose content only the owner can reach.
	 * @param folder the folder; those above it are made with usual rights, and one that
	 * exists is left as it is
	 * @throws IOException if it cannot be made
	 */
	public static void createDirectory(Path folder) throws IOException {
		Files.createDirectories(folder.toAbsolutePath().getParent());
		if (!Files.isDirectory(folder)) {
			Files.createDirectory(folder, attributes("rwx------"));
		}
	}

	private static FileAttribute<?>[] attributes(String permissions) {
		if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) };
	}

}
