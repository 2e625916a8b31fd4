package io.planstream.testsupport.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * One connection through a {@link TcpProxy}: two threads, one for each direction.
 */
final class Connection {

	private static final int BUFFER = 16 * 1024;

	private final Socket client;

	private final Socket server;

	private final TcpProxy.Condition condition;

	/** The server has the request; its answer is not to arrive. */
	private volatile boolean answerCut;

	Connection(Socket client, Socket server, TcpProxy.Condition condition) {
		this.client = client;
		this.server = server;
		this.condition = condition;
	}

	void relay(boolean requests) {
		Socket from = requests ? this.client : this.server;
		Socket to = requests ? this.server : this.client;
		byte[] buffer = new byte[BUFFER];
		try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				if (!requests && this.answerCut) {
					reset();
					return;
				}
				pass(buffer, read, requests, out);
			}
		}
		catch (IOException ex) {
			reset();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			reset(to);
		}
	}

	private void pass(byte[] buffer, int read, boolean requests, OutputStream out)
			throws IOException, InterruptedException {
		if (requests && this.condition.cutsAnswerTo(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
			this.answerCut = true;
		}
		long millis = this.condition.millis(read);
		if (millis > 0) {
			TimeUnit.MILLISECONDS.sleep(millis);
		}
		if (!this.condition.swallowing()) {
			out.write(buffer, 0, read);
		}
	}

	boolean isClosed() {
		return this.client.isClosed() && this.server.isClosed();
	}

	void reset() {
		reset(this.client);
		reset(this.server);
	}

	/** Closes without the usual farewell, as a broken line does. */
	static void reset(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
			socket.close();
		}
		catch (IOException ex) {
			// closed already
			return;
		}
	}

}
