package io.planstream.testsupport.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import io.planstream.testsupport.server.TestDatabase;

import org.springframework.util.FileSystemUtils;

/**
 * A database server of one test alone, with a schema that applications reach through a
 * network that can fail: MariaDB, or MySQL from the programs in the folder that
 * {@code PLANSTREAM_TEST_MYSQL_HOME} names. Not thread-safe.
 */
public final class DatabaseProcess implements Victim, AutoCloseable {

	private final Path folder;

	private final DatabasePrograms server;

	private final TcpProxy network;

	private final TestDatabase direct;

	private ProcessHandle process;

	/**
	 * Starts a server and makes a schema with everything in it.
	 * @param folder where its data is kept; not below the temporary folder
	 */
	public DatabaseProcess(Path folder) {
		this.folder = folder.toAbsolutePath();
		this.server = DatabasePrograms.on(data());
		this.network = TcpProxy.to(this.server.port());
		startAgain();
		this.direct = this.server.createSchema();
	}

	/** Returns when the server takes statements. */
	@Override
	public void startAgain() {
		this.process = this.server.start();
		Orphans.endWithThisMachine(this.process);
	}

	@Override
	public ProcessHandle process() {
		return this.process;
	}

	/**
	 * Stops the server in good order, for a while.
	 */
	public void stop() {
		this.server.stop();
	}

	/**
	 * The schema, past the network: for what a test asks.
	 * @return the schema
	 */
	public TestDatabase direct() {
		return this.direct;
	}

	/**
	 * The schema as applications are to reach it.
	 * @return the same schema, through the network
	 */
	public TestDatabase throughNetwork() {
		return this.direct.through(this.network.port());
	}

	/**
	 * The network before the server.
	 * @return the network that applications go through
	 */
	public TcpProxy network() {
		return this.network;
	}

	/**
	 * Its files.
	 * @return a folder
	 */
	public Path data() {
		return this.folder.resolve("data");
	}

	/**
	 * The server's port.
	 * @return a port of the loopback address
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Ends the server and deletes its data.
	 */
	@Override
	public void close() {
		thaw();
		this.server.stop();
		this.network.close();
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
