package io.planstream.ingest.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;
import io.planstream.ingest.settings.Settings;
import io.planstream.ingest.source.DataDirectories;
import io.planstream.ingest.source.SourceFileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Uploaded files. A file gets its name when all of it is on the disk; until then it has
 * another one that nobody ingests, and whatever does not become whole is removed: at
 * once, or at the next start. Thread-safe.
 */
@Component
public class Uploads implements InitializingBean {

	private static final Logger logger = LoggerFactory.getLogger(Uploads.class);

	/** Each holds a thread of the server. */
	private static final int MOST_AT_ONCE = 4;

	private static final String PART = ".upload-";

	private static final int BUFFER = 1 << 18;

	private final DataDirectories directories;

	private final SourceFileStore files;

	private final Settings.Data settings;

	private final Set<String> arriving = new HashSet<>();

	private final Space space = new Space(this::free);

	Uploads(DataDirectories directories, SourceFileStore files, Settings settings) {
		this.directories = directories;
		this.files = files;
		this.settings = settings.data();
	}

	/**
	 * Takes a file.
	 * @param name its name
	 * @param stated how many bytes it has, or -1 if that is not known
	 * @param body its bytes
	 * @return where it is now
	 * @throws IOException if it cannot be read or written
	 * @throws RefusedException if it is not taken
	 */
	public Path receive(String name, long stated, InputStream body) throws IOException {
		UploadName.checked(name);
		long limit = this.settings.maxUpload().toBytes();
		if (stated > limit) {
			throw BoundedBody.tooLarge(limit);
		}
		Path folder = this.directories.uploads();
		reserve(name);
		try {
			refuseIfThere(folder.resolve(name));
			try (Space.Claim claim = this.space.claim(stated)) {
				return receive(folder.resolve(name), stated, new BoundedBody(body, limit), claim);
			}
		}
		finally {
			release(name);
		}
	}

	private Path receive(Path file, long stated, InputStream body, Space.Claim claim) throws IOException {
		Path folder = file.getParent();
		Path part = folder.resolve(PART + UUID.randomUUID() + ".part");
		try {
			long written = write(part, body, claim);
			if (stated >= 0 && written != stated) {
				throw BoundedBody.incomplete();
			}
			Path whole = Files.move(part, file);
			flush(folder);
			return whole;
		}
		catch (FileAlreadyExistsException ex) {
			throw exists();
		}
		catch (IOException ex) {
			throw explained(folder, ex);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** The lock tells other instances that somebody still writes. */
	private long write(Path part, InputStream body, Space.Claim claim) throws IOException {
		byte[] buffer = new byte[BUFFER];
		long written = 0;
		try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			channel.lock();
			for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
				claim.write(read);
				ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
				while (bytes.hasRemaining()) {
					written += channel.write(bytes);
				}
			}
			channel.force(true);
		}
		return written;
	}

	private long free() throws IOException {
		return Files.getFileStore(this.directories.uploads()).getUsableSpace() - this.settings.keptFree().toBytes();
	}

	/** What the disk says about being full differs from system to system. */
	private IOException explained(Path folder, IOException ex) throws IOException {
		if (Files.getFileStore(folder).getUsableSpace() < BUFFER) {
			throw Space.full();
		}
		return ex;
	}

	/**
	 * Removes an uploaded file.
	 * @param path where it is
	 * @throws IOException if it cannot be removed
	 * @throws RefusedException if it was not uploaded, or is needed
	 */
	public void delete(String path) throws IOException {
		Path file = this.directories.resolve(List.of(path)).get(0);
		if (!uploaded(file)) {
			throw new RefusedException(Code.NOT_UPLOADED, path + " was not uploaded",
					"Remove it where it came from; only uploaded files are removed here.");
		}
		if (this.files.needed(file)) {
			throw new RefusedException(Code.FILE_IN_USE, "A run that has not ended reads " + path,
					"Let it end, or delete the run first.");
		}
		Files.delete(file);
	}

	/**
	 * Whether a file was uploaded.
	 * @param file its real path
	 * @return whether it lies where uploads do
	 */
	public boolean uploaded(Path file) {
		try {
			return this.directories.uploadFolder().isPresent() && file.getParent() != null
					&& file.getParent().equals(this.directories.uploadFolder().get().toRealPath())
					&& Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
					&& !file.getFileName().toString().startsWith(PART);
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Names that differ in case only are one file on some systems. */
	private void reserve(String name) {
		synchronized (this.arriving) {
			if (this.arriving.contains(name.toLowerCase(Locale.ROOT))) {
				throw exists();
			}
			if (this.arriving.size() >= MOST_AT_ONCE) {
				throw new RefusedException(Code.TOO_MANY_UPLOADS, MOST_AT_ONCE + " files are being uploaded",
						"Try again when one of them is complete.");
			}
			this.arriving.add(name.toLowerCase(Locale.ROOT));
		}
	}

	private void release(String name) {
		synchronized (this.arriving) {
			this.arriving.remove(name.toLowerCase(Locale.ROOT));
		}
	}

	private static void refuseIfThere(Path file) {
		if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
			throw exists();
		}
	}

	private static RefusedException exists() {
		return new RefusedException(Code.FILE_EXISTS, "There is a file of this name already, or one is on its way",
				"Delete it first, or choose another name.");
	}

	/** So that the name outlives a power cut too, where the system lets us say so. */
	private static void flush(Path folder) {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			logger.debug("Folders cannot be flushed here: {}", ex.getMessage());
		}
	}

	@Override
	public void afterPropertiesSet() {
		this.directories.uploadFolder().filter(Files::isDirectory).ifPresent(Uploads::removeParts);
	}

	private static void removeParts(Path folder) {
		try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PART + "*.part")) {
			for (Path part : parts) {
				if (abandoned(part)) {
					logger.info("Removing an upload that was interrupted: {}", part.getFileName());
					Files.deleteIfExists(part);
				}
			}
		}
		catch (IOException ex) {
			logger.warn("Interrupted uploads in {} cannot be removed: {}", folder, ex.getMessage());
		}
	}

	private static boolean abandoned(Path part) throws IOException {
		try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

}
