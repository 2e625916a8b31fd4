package io.planstream.ingest.web;

import java.io.IOException;

import io.planstream.access.Problems;
import io.planstream.ingest.upload.BoundedBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the bodies of requests, those of files excepted, which have bounds of their own.
 */
@Component
class BodyFilter extends OncePerRequestFilter {

	/** A thousand long paths. */
	private static final int MOST_BYTES = 1 << 20;

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean file = request.getMethod().equals("POST") && request.getServletPath().equals("/api/files");
		if (!file && request.getContentLengthLong() > MOST_BYTES) {
			Problems.send(response, Problems.ofStatus(HttpStatus.CONTENT_TOO_LARGE.value()));
		}
		else {
			chain.doFilter(file ? request : new BoundedRequest(request), response);
			if (!request.getMethod().equals("GET")) {
				// the server goes on reading a refused body: the client need not wait for
				// that
				response.flushBuffer();
			}
		}
	}

	private static final class BoundedRequest extends HttpServletRequestWrapper {

		private BoundedStream stream;

		BoundedRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (this.stream == null) {
				ServletInputStream body = super.getInputStream();
				this.stream = new BoundedStream(body, new BoundedBody(body, MOST_BYTES));
			}
			return this.stream;
		}

	}

	private static final class BoundedStream extends ServletInputStream {

		private final ServletInputStream body;

		private final BoundedBody bounded;

		BoundedStream(ServletInputStream body, BoundedBody bounded) {
			this.body = body;
			this.bounded = bounded;
		}

		@Override
		public int read() {
			return this.bounded.read();
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			return this.bounded.read(bytes, offset, length);
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
