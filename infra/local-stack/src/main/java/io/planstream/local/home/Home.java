package io.planstream.local.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.OwnerOnlyFile;
import io.planstream.local.terminal.Problem;
import tools.jackson.core.JacksonException;

/**
 * The folder of the local stack. It is recognised by a marker file, so that a folder of
 * something else is neither used nor deleted. Thread-safe; several programs keep out of
 * each other's way by {@link HomeLock}.
 */
public final class Home {

	private static final String DEFAULT_NAME = ".planstream";

	private static final String MARKER = "planstream.json";

	private static final long LONG_LOG = 16L * 1024 * 1024;

	private static final Set<String> KNOWN = Set.of(MARKER, "stack.json", "credentials.json", "lock", "logs", "kafka",
			"mariadb", "samples", "tomcat", "data-directories.txt", "spark", "cluster-secret");

	private final Path folder;

	/**
	 * Names the folder without touching it.
	 * @param folder the folder
	 */
	public Home(Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	/**
	 * The folder itself.
	 * @return an absolute path
	 */
	public Path folder() {
		return this.folder;
	}

	/**
	 * Whether there is anything yet.
	 * @return whether the folder, or something in its place, exists
	 */
	public boolean exists() {
		return Files.exists(this.folder, LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * Makes the folder, or makes sure that an existing one can be used.
	 * @throws Problem if it is something else, damaged, or cannot be written
	 */
	public void prepare() {
		if (isNew()) {
			try {
				OwnerOnlyFile.createDirectory(this.folder);
			}
			catch (IOException ex) {
				throw new Problem("HOME_NOT_WRITABLE", "Cannot make the folder " + this.folder + ": " + ex.getMessage(),
						"Make its parent writable, or name another folder by --home or PLANSTREAM_HOME.", ex);
			}
			OwnerOnlyFile.write(this.folder.resolve(MARKER), "{\"planstream-home\": " + StackState.FORMAT + "}\n");
		}
		check();
	}

	/**
	 * Makes sure that an existing folder is ours and readable; a missing one is fine.
	 * @throws Problem if it is something else or damaged
	 */
	public void check() {
		if (isNew()) {
			return;
		}
		if (!Files.isDirectory(this.folder)) {
			throw damaged("it is no folder");
		}
		if (!read(MARKER).strip().equals("{\"planstream-home\": " + StackState.FORMAT + "}")) {
			throw damaged("its file " + MARKER + " is missing or not the one PlanStream writes");
		}
		state();
		if (Files.exists(file("credentials.json"))) {
			credentials();
		}
	}

	/**
	 * Reads what is remembered of the stack.
	 * @return the state, empty before the first start
	 * @throws Problem if the file is damaged
	 */
	public StackState state() {
		if (!Files.exists(file("stack.json"))) {
			return StackState.EMPTY;
		}
		StackState state = parse("stack.json", StackState.class);
		if (state == null || state.format() != StackState.FORMAT) {
			throw damaged("stack.json is of another version or not complete");
		}
		return state;
	}

	/**
	 * Remembers the state.
	 * @param state what to remember
	 */
	public void save(StackState state) {
		OwnerOnlyFile.write(file("stack.json"), Json.MAPPER.writeValueAsString(state));
	}

	/**
	 * The database passwords, made at the first call.
	 * @return the accounts
	 * @throws Problem if the file is damaged
	 */
	public DatabaseAccounts credentials() {
		Path file = file("credentials.json");
		if (!Files.exists(file)) {
			OwnerOnlyFile.write(file, Json.MAPPER.writeValueAsString(DatabaseAccounts.random()));
		}
		DatabaseAccounts accounts = parse("credentials.json", DatabaseAccounts.class);
		if (accounts == null || Stream
			.of(accounts.migratorPassword(), accounts.ingestPassword(), accounts.consumerPassword(),
					accounts.readerPassword())
			.anyMatch((password) -> password == null || password.isEmpty())) {
			throw damaged("credentials.json is not complete");
		}
		return accounts;
	}

	/**
	 * What the processes of a Spark cluster prove to each other, made at the first call.
	 * @return the secret
	 */
	public String clusterSecret() {
		Path file = file("cluster-secret");
		if (!Files.exists(file)) {
			OwnerOnlyFile.write(file, UUID.randomUUID().toString());
		}
		return read("cluster-secret");
	}

	/**
	 * Names a file or folder of this folder.
	 * @param name its name
	 * @return its path
	 */
	public Path file(String name) {
		return this.folder.resolve(name);
	}

	/**
	 * The log of a service.
	 * @param service the service's name
	 * @return the file; its folder exists
	 */
	public Path log(String service) {
		try {
			return Files.createDirectories(file("logs")).resolve(service + ".log");
		}
		catch (IOException ex) {
			throw damaged("the folder logs cannot be made: " + ex.getMessage());
		}
	}

	/**
	 * Puts a long log aside, in place of the one put aside before, so that a stack that
	 * is used for years does not fill the disk.
	 * @param service the service, which is not running
	 */
	public void rotateLog(String service) {
		Path log = log(service);
		try {
			if (Files.exists(log) && Files.size(log) > LONG_LOG) {
				Files.move(log, log.resolveSibling(service + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		catch (IOException ex) {
			throw damaged("the log " + log + " cannot be put aside: " + ex.getMessage());
		}
	}

	/**
	 * Deletes the folder and all data in it.
	 * @throws Problem if it does not look like ours, or cannot be deleted
	 */
	public void delete() {
		requireOurs();
		try {
			Files.walkFileTree(this.folder, new Deletion());
		}
		catch (IOException ex) {
			throw new Problem("HOME_NOT_DELETED", "Cannot delete " + ex.getMessage(),
					"Close what uses it and run ./planstream reset again.", ex);
		}
	}

	/**
	 * Makes sure that this is a folder that may be deleted. A damaged one may lack its
	 * marker, but has our name or holds nothing that is not ours.
	 * @throws Problem if it may be something else
	 */
	public void requireOurs() {
		boolean byName = this.folder.endsWith(DEFAULT_NAME);
		if (!Files.isDirectory(this.folder, LinkOption.NOFOLLOW_LINKS)) {
			requireOurs(byName && !Files.isSymbolicLink(this.folder));
			return;
		}
		Set<String> strangers = entries().stream().filter((name) -> !KNOWN.contains(name)).collect(Collectors.toSet());
		boolean hasMarker = Files.exists(file(MARKER));
		requireOurs(strangers.isEmpty() || hasMarker || byName);
	}

	private void requireOurs(boolean ours) {
		if (!ours) {
			throw new Problem("HOME_NOT_OURS", this.folder + " does not look like a folder that PlanStream made",
					"Check what it is, and delete or move it yourself.");
		}
	}

	private boolean isNew() {
		return !exists() || (Files.isDirectory(this.folder) && entries().isEmpty());
	}

	private List<String> entries() {
		try (Stream<Path> paths = Files.list(this.folder)) {
			return paths.map((path) -> path.getFileName().toString()).toList();
		}
		catch (IOException ex) {
			throw damaged("it cannot be read: " + ex.getMessage());
		}
	}

	private String read(String name) {
		try {
			return Files.readString(file(name), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	private <T> T parse(String name, Class<T> type) {
		try {
			return Json.MAPPER.readValue(read(name), type);
		}
		catch (JacksonException ex) {
			throw damaged(name + " is damaged");
		}
	}

	private Problem damaged(String why) {
		return new Problem("HOME_DAMAGED", "The folder " + this.folder + " cannot be used: " + why,
				"Run ./planstream reset to delete it and begin anew (ingested data is then gone; your CSV files are not"
						+ " touched), or name another folder by PLANSTREAM_HOME.");
	}

	/** Deletes what it visits and never follows a link out of the folder. */
	private static final class Deletion extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			Files.delete(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path directory, IOException problem) throws IOException {
			if (problem != null) {
				throw problem;
			}
			Files.delete(directory);
			return FileVisitResult.CONTINUE;
		}

	}

}
