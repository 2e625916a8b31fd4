package io.planstream.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A connection to a server that can be cut and mended, as a cable. Thread-safe.
 */
final class Line implements AutoCloseable {

	private final ServerSocket entrance;

	private final int server;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private volatile boolean cut;

	private Line(ServerSocket entrance, int server) {
		this.entrance = entrance;
		this.server = server;
	}

	static Line to(int server) {
		try {
			Line line = new Line(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
			start(line::accept);
			return line;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String base() {
		return "http://127.0.0.1:" + this.entrance.getLocalPort();
	}

	void cut() {
		this.cut = true;
		this.sockets.forEach(Line::end);
	}

	void mend() {
		this.cut = false;
	}

	private void accept() {
		while (!this.entrance.isClosed()) {
			try {
				join(this.entrance.accept());
			}
			catch (IOException ex) {
				// closed, or a client that has gone already: the next one is accepted
			}
		}
	}

	private void join(Socket client) throws IOException {
		this.sockets.add(client);
		Socket onward = new Socket(InetAddress.getLoopbackAddress(), this.server);
		this.sockets.add(onward);
		if (this.cut) {
			end(client);
			end(onward);
		}
		start(() -> copy(client, onward));
		start(() -> copy(onward, client));
	}

	private void copy(Socket from, Socket to) {
		try {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// the line was cut, or one side has left
		}
		finally {
			end(from);
			end(to);
			this.sockets.remove(from);
			this.sockets.remove(to);
		}
	}

	private static void end(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// it has ended
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "line");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		cut();
		try {
			this.entrance.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
