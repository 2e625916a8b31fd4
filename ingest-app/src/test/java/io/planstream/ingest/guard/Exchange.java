package io.planstream.ingest.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request written byte by byte, so that nothing is put right on the way, and its
 * answer.
 */
final class Exchange {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int LIMIT_MILLIS = 30_000;

	private final int port;

	private final String line;

	private final List<String> headers = new ArrayList<>();

	private String host;

	private byte[] body;

	Exchange(int port, String method, String path) {
		this.port = port;
		this.line = method + " " + path + " HTTP/1.1";
		this.host = "127.0.0.1:" + port;
	}

	Exchange bearer(String token) {
		return header("Authorization", "Bearer " + token);
	}

	Exchange header(String name, String value) {
		this.headers.add(name + ": " + value);
		return this;
	}

	Exchange host(String host) {
		this.host = host;
		return this;
	}

	Exchange json(String text) {
		return header("Content-Type", "application/json").body(text.getBytes(StandardCharsets.UTF_8));
	}

	Exchange file(byte[] content) {
		return header("Content-Type", "application/octet-stream").body(content);
	}

	Exchange body(byte[] content) {
		this.body = content;
		return header("Content-Length", Integer.toString(content.length));
	}

	Exchange chunks(String chunks) {
		this.body = chunks.getBytes(StandardCharsets.ISO_8859_1);
		return this;
	}

	Answer send() {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(LIMIT_MILLIS);
			socket.getOutputStream().write(head().getBytes(StandardCharsets.ISO_8859_1));
			if (this.body != null) {
				socket.getOutputStream().write(this.body);
			}
			return Answer.read(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String head() {
		return this.line + "\r\nHost: " + this.host + "\r\nConnection: close\r\n"
				+ this.headers.stream().map((header) -> header + "\r\n").reduce("", String::concat) + "\r\n";
	}

	/**
	 * What came back.
	 *
	 * @param status the status, or 0 if the connection ended without an answer
	 * @param headers lines
	 * @param text the body
	 */
	record Answer(int status, List<String> headers, String text) {

		static Answer read(Socket socket) throws IOException {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			byte[] buffer = new byte[8192];
			try {
				int read = socket.getInputStream().read(buffer);
				while (read >= 0) {
					bytes.write(buffer, 0, read);
					read = complete(bytes) ? -1 : socket.getInputStream().read(buffer);
				}
			}
			catch (SocketException ex) {
				// a server that has answered need not take the rest
			}
			return parsed(bytes.toString(StandardCharsets.ISO_8859_1));
		}

		/** A server need not close before all of a request has come. */
		private static boolean complete(ByteArrayOutputStream bytes) {
			String all = bytes.toString(StandardCharsets.ISO_8859_1);
			Answer answer = parsed(all);
			return all.endsWith("\r\n0\r\n\r\n") || answer.header("Content-Length")
				.map((length) -> answer.rawLength() >= Integer.parseInt(length))
				.orElse(false);
		}

		private int rawLength() {
			return this.text.getBytes(StandardCharsets.UTF_8).length;
		}

		/** Each character is a byte. */
		private static Answer parsed(String all) {
			int end = all.indexOf("\r\n\r\n");
			if (end < 0) {
				return new Answer(0, List.of(), all);
			}
			List<String> lines = List.of(all.substring(0, end).split("\r\n"));
			String body = unchunked(lines, all.substring(end + 4));
			return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()),
					new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
		}

		private static String unchunked(List<String> lines, String body) {
			if (lines.stream().noneMatch((line) -> line.equalsIgnoreCase("Transfer-Encoding: chunked"))) {
				return body;
			}
			StringBuilder text = new StringBuilder();
			int at = 0;
			int lineEnd = body.indexOf("\r\n");
			while (lineEnd >= 0) {
				int length = Integer.parseInt(body.substring(at, lineEnd).strip(), 16);
				text.append(body, lineEnd + 2, Math.min(body.length(), lineEnd + 2 + length));
				at = Math.min(body.length(), lineEnd + 2 + length + 2);
				lineEnd = (length > 0) ? body.indexOf("\r\n", at) : -1;
			}
			return text.toString();
		}

		Optional<String> header(String name) {
			String start = name.toLowerCase(Locale.ROOT) + ":";
			return this.headers.stream()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(start))
				.map((line) -> line.substring(start.length()).strip())
				.findFirst();
		}

		Optional<String> cookie(String name) {
			return this.headers.stream()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie:"))
				.map((line) -> line.substring("set-cookie:".length()).strip())
				.filter((cookie) -> cookie.startsWith(name + "="))
				.reduce((first, second) -> second);
		}

		JsonNode json() {
			return JSON.readTree(this.text);
		}

		String code() {
			return json().path("code").asString("");
		}

	}

}
