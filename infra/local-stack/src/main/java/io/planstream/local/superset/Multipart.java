package io.planstream.local.superset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A form with a file in it (RFC 7578). Not thread-safe.
 */
final class Multipart {

	private final String boundary = "planstream-" + UUID.randomUUID();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	Multipart field(String name, String value) {
		return part("form-data; name=\"" + name + "\"", "text/plain; charset=utf-8",
				value.getBytes(StandardCharsets.UTF_8));
	}

	Multipart file(String name, String fileName, String type, byte[] content) {
		return part("form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"", type, content);
	}

	private Multipart part(String disposition, String type, byte[] content) {
		text("--" + this.boundary + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + type
				+ "\r\n\r\n");
		this.bytes.writeBytes(content);
		text("\r\n");
		return this;
	}

	private void text(String text) {
		this.bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
	}

	String contentType() {
		return "multipart/form-data; boundary=" + this.boundary;
	}

	byte[] end() {
		text("--" + this.boundary + "--\r\n");
		return this.bytes.toByteArray();
	}

}
