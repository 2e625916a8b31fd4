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
 * Writes files that only their owner can read, at no moment readable by others and never
 * half written. Thread-safe.
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
			Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", ownerOnly());
			Files.writeString(fresh, content, StandardCharsets.UTF_8);
			Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new EmbeddedServerException("Cannot write " + file + ": " + ex.getMessage(), ex);
		}
	}

	private static FileAttribute<?>[] ownerOnly() {
		if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) };
	}

}
