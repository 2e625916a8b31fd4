package io.planstream.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;

/**
 * Problem details (RFC 9457) with a code for programs and an action for people. They tell
 * nothing of the inside. Thread-safe.
 */
public final class Problems {

	private static final JsonMapper JSON = JsonMapper.builder()
		.addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
		.build();

	private static final String SEE_DOCUMENTATION = "See /swagger-ui/index.html for what requests look like.";

	private Problems() {
	}

	/**
	 * A problem.
	 * @param status the answer's status
	 * @param code what kind of problem it is
	 * @param title the kind in words
	 * @param detail what was found
	 * @param action what to do
	 * @return the answer's body
	 */
	public static ProblemDetail problem(HttpStatus status, String code, String title, String detail, String action) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		problem.setProperty("code", code);
		problem.setProperty("action", action);
		return problem;
	}

	/**
	 * The problem of which only the status is known.
	 * @param code the answer's status
	 * @return the answer's body
	 */
	public static ProblemDetail ofStatus(int code) {
		HttpStatus known = HttpStatus.resolve(code);
		HttpStatus status = (known != null && known.isError()) ? known : HttpStatus.INTERNAL_SERVER_ERROR;
		return switch (status) {
			case UNAUTHORIZED -> problem(status, "NOT_SIGNED_IN", "Who are you?", "This needs credentials",
					"Sign in, or send a token in the header Authorization: Bearer TOKEN.");
			case FORBIDDEN -> problem(status, "FORBIDDEN", "Not allowed", "Your role does not allow this",
					"Ask somebody with the role operator.");
			case NOT_FOUND -> problem(status, "NO_SUCH_ADDRESS", "There is nothing here",
					"No resource has this address", SEE_DOCUMENTATION);
			case METHOD_NOT_ALLOWED -> problem(status, "METHOD_NOT_ALLOWED", "Wrong method",
					"This address does not take this method", "Use one that the header Allow names.");
			case NOT_ACCEPTABLE -> problem(status, "NOT_ACCEPTABLE", "No such form of the answer",
					"There is no answer of the type that the header Accept asks for", "Accept application/json.");
			case REQUEST_TIMEOUT -> problem(status, "TOO_SLOW", "The request came too slowly",
					"The body of the request did not arrive in time", "Send it again over a faster connection.");
			case CONTENT_TOO_LARGE -> problem(status, "TOO_LARGE", "The request is too large",
					"The request has more bytes than are taken", "Send less.");
			case UNSUPPORTED_MEDIA_TYPE -> problem(status, "UNSUPPORTED_MEDIA_TYPE", "Wrong type of request",
					"The header Content-Type names a type that is not taken here",
					"Send Content-Type: application/json, or application/octet-stream for a file.");
			case SERVICE_UNAVAILABLE ->
				problem(status, "NOT_READY", "Not now", "The application cannot answer now", "Try again.");
			default -> status.is4xxClientError()
					? problem(status, "INVALID_REQUEST", "The request is not valid",
							"The request cannot be understood: " + status.getReasonPhrase(), SEE_DOCUMENTATION)
					: problem(status, "INTERNAL_ERROR", "Something is wrong with this application",
							"The request failed for a reason that nobody foresaw",
							"See the application's log and report it.");
		};
	}

	/**
	 * Answers with a problem, unless the answer has begun.
	 * @param response the answer
	 * @param problem what to say
	 * @throws IOException if it cannot be sent
	 */
	public static void send(HttpServletResponse response, ProblemDetail problem) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		byte[] body = json(problem);
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
		// the server goes on reading a body that nobody wants: the client need not wait
		// for that
		response.getOutputStream().close();
	}

	static byte[] json(ProblemDetail problem) {
		return JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
	}

}
