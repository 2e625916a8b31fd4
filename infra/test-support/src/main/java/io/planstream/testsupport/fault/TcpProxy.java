package io.planstream.testsupport.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network between an application and a server, on the loopback address: it can be cut,
 * closed, slowed down, narrowed and broken so that neither side notices. Thread-safe.
 */
public final class TcpProxy implements AutoCloseable {

	private static final int CONNECT_MILLIS = 10_000;

	private final ServerSocket listening;

	private final int serverPort;

	private final List<Connection> connections = new CopyOnWriteArrayList<>();

	private final Condition condition = new Condition();

	private TcpProxy(int port, int serverPort) {
		this.serverPort = serverPort;
		try {
			this.listening = new ServerSocket();
			this.listening.setReuseAddress(true);
			this.listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No network on port " + port, ex);
		}
		start(this::accept);
	}

	/**
	 * A network to a server of this machine.
	 * @param serverPort where the server listens, or will
	 * @return the network, in good order
	 */
	public static TcpProxy to(int serverPort) {
		return new TcpProxy(0, serverPort);
	}

	/**
	 * A network with an address that is known before.
	 * @param port where clients connect
	 * @param serverPort where the server listens, or will
	 * @return the network, in good order
	 */
	public static TcpProxy at(int port, int serverPort) {
		return new TcpProxy(port, serverPort);
	}

	/**
	 * A network to a database server of this machine.
	 * @param jdbcUrl the server's address
	 * @return the network, in good order
	 */
	public static TcpProxy toDatabase(String jdbcUrl) {
		return to(address(jdbcUrl).getPort());
	}

	/**
	 * The way to a schema through this network.
	 * @param jdbcUrl a schema of the server
	 * @return the URL with the address of this network
	 */
	public String through(String jdbcUrl) {
		return jdbcUrl.replace(address(jdbcUrl).getAuthority(), "127.0.0.1:" + port());
	}

	private static URI address(String jdbcUrl) {
		return URI.create(jdbcUrl.substring("jdbc:".length()));
	}

	/**
	 * Where clients connect instead of the server.
	 * @return a port of the loopback address
	 */
	public int port() {
		return this.listening.getLocalPort();
	}

	/**
	 * Breaks every connection; new ones are possible at once.
	 */
	public void cut() {
		this.connections.forEach(Connection::reset);
		this.connections.clear();
	}

	/**
	 * Breaks every connection and lets nobody in, or lets them in again.
	 * @param refuse whether connections are refused
	 */
	public void refuse(boolean refuse) {
		this.condition.refusing = refuse;
		if (refuse) {
			cut();
		}
	}

	/**
	 * Loses every byte from now on, in both directions, and tells neither side: as a host
	 * that vanished, or a firewall that forgot. Connections stay open until
	 * {@link #heal()}, which breaks them, because what was lost stays lost.
	 */
	public void swallow() {
		this.condition.swallowing = true;
	}

	/**
	 * Holds every packet back for a while.
	 * @param delay how long
	 */
	public void delay(Duration delay) {
		this.condition.delayMillis = delay.toMillis();
	}

	/**
	 * Narrows each direction of each connection.
	 * @param bytesPerSecond how much passes, at the most
	 */
	public void throttle(int bytesPerSecond) {
		this.condition.bytesPerSecond = bytesPerSecond;
	}

	/**
	 * Lets requests with a text pass to the server and breaks their connection when the
	 * server answers: the client cannot know whether the request was carried out. The
	 * text has to be readable on the wire.
	 * @param text what to look for, without regard to case
	 * @param times how many requests
	 */
	public void cutAnswersTo(String text, int times) {
		this.condition.text = text.toLowerCase(Locale.ROOT);
		this.condition.answersToCut.set(times);
	}

	/**
	 * Answers that are still to be cut.
	 * @return 0 when all were
	 */
	public int answersToCut() {
		return this.condition.answersToCut.get();
	}

	/**
	 * Puts the network in good order again.
	 */
	public void heal() {
		boolean lost = this.condition.swallowing;
		this.condition.swallowing = false;
		this.condition.refusing = false;
		this.condition.delayMillis = 0;
		this.condition.bytesPerSecond = Integer.MAX_VALUE;
		this.condition.answersToCut.set(0);
		if (lost) {
			cut();
		}
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.listening.accept();
				if (this.condition.refusing) {
					Connection.reset(client);
				}
				else {
					connect(client);
				}
			}
		}
		catch (IOException ex) {
			cut();
		}
	}

	private void connect(Socket client) {
		Socket server = new Socket();
		try {
			server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.serverPort), CONNECT_MILLIS);
			Connection connection = new Connection(client, server, this.condition);
			this.connections.removeIf(Connection::isClosed);
			this.connections.add(connection);
			start(() -> connection.relay(true));
			start(() -> connection.relay(false));
		}
		catch (IOException ex) {
			Connection.reset(client);
			Connection.reset(server);
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "tcp-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.listening.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		cut();
	}

	/** What is wrong with the network now. */
	static final class Condition {

		private final AtomicInteger answersToCut = new AtomicInteger();

		private volatile boolean refusing;

		private volatile boolean swallowing;

		private volatile long delayMillis;

		private volatile int bytesPerSecond = Integer.MAX_VALUE;

		private volatile String text = "";

		boolean swallowing() {
			return this.swallowing;
		}

		/** How long so many bytes are under way. */
		long millis(int bytes) {
			return this.delayMillis + bytes * 1000L / this.bytesPerSecond;
		}

		boolean cutsAnswerTo(String request) {
			return this.answersToCut.get() > 0 && request.toLowerCase(Locale.ROOT).contains(this.text)
					&& this.answersToCut.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
		}

	}

}
