package io.planstream.testsupport.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A network between an application and a server that can be cut at any byte. Thread-safe.
 */
public final class CuttableProxy implements AutoCloseable {

	private final ServerSocket listening;

	private final String host;

	private final int port;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private volatile boolean refusing;

	private CuttableProxy(String host, int port) {
		this.host = host;
		this.port = port;
		try {
			this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	/**
	 * A network to a database server.
	 * @param jdbcUrl the server's address
	 * @return the network, not cut
	 */
	public static CuttableProxy toDatabase(String jdbcUrl) {
		URI address = address(jdbcUrl);
		return new CuttableProxy(address.getHost(), address.getPort());
	}

	/**
	 * The way through this network.
	 * @param jdbcUrl a schema of the server
	 * @return the URL with the address of this network
	 */
	public String through(String jdbcUrl) {
		return jdbcUrl.replace(address(jdbcUrl).getAuthority(), "127.0.0.1:" + this.listening.getLocalPort());
	}

	private static URI address(String jdbcUrl) {
		return URI.create(jdbcUrl.substring("jdbc:".length()));
	}

	/**
	 * Breaks every connection; new ones are possible at once.
	 */
	public void cut() {
		this.sockets.forEach(CuttableProxy::close);
		this.sockets.clear();
	}

	/**
	 * Breaks every connection, and lets nobody in.
	 * @param refuse false to let everybody in again
	 */
	public void refuse(boolean refuse) {
		this.refusing = refuse;
		if (refuse) {
			cut();
		}
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.listening.accept();
				if (this.refusing) {
					close(client);
					continue;
				}
				Socket server = new Socket(this.host, this.port);
				this.sockets.addAll(List.of(client, server));
				start(() -> relay(client, server));
				start(() -> relay(server, client));
			}
		}
		catch (IOException ex) {
			cut();
		}
	}

	private static void relay(Socket from, Socket to) {
		byte[] buffer = new byte[8192];
		try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				out.write(buffer, 0, read);
			}
		}
		catch (IOException ex) {
			close(from);
		}
		finally {
			close(to);
		}
	}

	private static void close(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
			socket.close();
		}
		catch (IOException ex) {
			// closed already
			return;
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "proxy");
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

}
