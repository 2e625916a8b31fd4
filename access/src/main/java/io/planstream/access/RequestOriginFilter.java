package io.planstream.access;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other web pages from using the browser of somebody who may do more than they. A
 * request that changes something must come from a page of this application or from no
 * page at all: browsers say where a page is from, scripts say nothing. Where nobody has
 * to sign in, requests must also be meant for this machine by name, as a foreign name
 * that leads here (DNS rebinding) makes a foreign page look like one of ours.
 */
final class RequestOriginFilter extends OncePerRequestFilter {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	/** Types that any page may send anywhere without being asked. */
	private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_FORM_URLENCODED,
			MediaType.MULTIPART_FORM_DATA, MediaType.TEXT_PLAIN);

	private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
			"X-Real-IP", "Via");

	private static final Pattern LOOPBACK = Pattern
		.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]|::1|0:0:0:0:0:0:0:1");

	private final boolean open;

	RequestOriginFilter(boolean open) {
		this.open = open;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ProblemDetail refusal = refusal(request);
		if (refusal == null) {
			chain.doFilter(request, response);
		}
		else {
			Problems.send(response, refusal);
		}
	}

	static boolean changes(HttpServletRequest request) {
		return !READING.contains(request.getMethod());
	}

	private ProblemDetail refusal(HttpServletRequest request) {
		if (this.open && !LOOPBACK.matcher(request.getServerName()).matches()) {
			return Problems.problem(HttpStatus.FORBIDDEN, "UNKNOWN_HOST", "Refused",
					"Nobody signs in here, so only requests to 127.0.0.1 or localhost are answered",
					"Use http://127.0.0.1 with the port, or set users as docs/operating.md says.");
		}
		if (this.open && FORWARDED.stream().anyMatch((header) -> request.getHeader(header) != null)) {
			return Problems.problem(HttpStatus.FORBIDDEN, "FORWARDED", "Refused",
					"A proxy passes on requests of others, and nobody signs in here",
					"Set users or tokens and server.forward-headers-strategy as docs/operating.md says.");
		}
		if (!changes(request)) {
			return null;
		}
		if (fromElsewhere(request)) {
			return Problems.problem(HttpStatus.FORBIDDEN, "CROSS_SITE", "Refused",
					"The request comes from a page of another site", "Use the console's own page, or a script.");
		}
		return form(request) ? Problems.ofStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()) : null;
	}

	private static boolean fromElsewhere(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null && !site.equals("same-origin") && !site.equals("none")) {
			return true;
		}
		String origin = request.getHeader("Origin");
		return origin != null && !authority(origin).equals(authority(request));
	}

	/** Without the scheme: a proxy may have spoken TLS. */
	private static String authority(String origin) {
		try {
			URI uri = URI.create(origin);
			return (uri.getHost() != null) ? authority(uri.getHost(), uri.getPort()) : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static String authority(HttpServletRequest request) {
		return authority(request.getServerName(), request.getServerPort());
	}

	private static String authority(String host, int port) {
		boolean usual = port < 0 || port == 80 || port == 443;
		return host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
	}

	private static boolean form(HttpServletRequest request) {
		String type = request.getContentType();
		try {
			return type != null && FORMS.stream().anyMatch((form) -> form.includes(MediaType.parseMediaType(type)));
		}
		catch (IllegalArgumentException ex) {
			return true;
		}
	}

}
