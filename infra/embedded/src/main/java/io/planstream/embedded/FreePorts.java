package io.planstream.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports on the loopback address that nothing listens on. A port is only known to be
 * free at the moment of asking, so whoever takes one must still cope with losing it.
 * Thread-safe.
 */
public final class FreePorts {

	/**
	 * Below what the systems give to outgoing connections (Linux from 32768, the others
	 * from 49152): until a server that takes seconds to start listens, no connection gets
	 * its port.
	 */
	private static final int LOWEST = 10_240;

	private static final int HIGHEST = 32_767;

	private static final int ATTEMPTS = 1_000;

	private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

	private FreePorts() {
	}

	/**
	 * Picks different free ports.
	 * @param count how many
	 * @return the ports, in no particular order
	 * @throws EmbeddedServerException if the system has no free port left
	 */
	public static List<Integer> pick(int count) {
		List<ServerSocket> held = new ArrayList<>();
		try {
			// all are held until the last is found, so that no port comes twice
			for (int i = 0; i < count; i++) {
				held.add(hold());
			}
			return held.stream().map(ServerSocket::getLocalPort).toList();
		}
		catch (IOException ex) {
			throw new EmbeddedServerException("No free port on " + LOOPBACK.getHostAddress(), ex);
		}
		finally {
			held.forEach(FreePorts::close);
		}
	}

	private static ServerSocket hold() throws IOException {
		IOException last = null;
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try {
				return new ServerSocket(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1), 1, LOOPBACK);
			}
			catch (IOException ex) {
				last = ex;
			}
		}
		throw last;
	}

	/**
	 * Picks one free port.
	 * @return the port
	 * @throws EmbeddedServerException if the system has no free port left
	 */
	public static int pick() {
		return pick(1).get(0);
	}

	/**
	 * Tells whether a server could listen on the port now.
	 * @param port the port
	 * @return whether nothing listens on it
	 */
	public static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			// as servers do it: connections of a server that has just ended do not count
			socket.setReuseAddress(!Host.isWindows());
			socket.bind(new InetSocketAddress(LOOPBACK, port), 1);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void close(ServerSocket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new EmbeddedServerException("Port " + socket.getLocalPort() + " cannot be given back", ex);
		}
	}

}
