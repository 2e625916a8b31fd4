package io.planstream.ingest.web;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;

import io.planstream.access.Problems;
import io.planstream.access.TooManyLoginsException;
import io.planstream.ingest.outage.DatabaseOutage;
import io.planstream.ingest.refusal.RefusedException;
import io.planstream.model.inspect.InspectionException;
import org.apache.kafka.common.KafkaException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns refusals and outages into problem details (RFC 9457) with a code and what to do.
 */
@RestControllerAdvice
class ProblemDetails extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemDetails.class);

	@ExceptionHandler
	ProblemDetail refused(RefusedException ex) {
		HttpStatus status = switch (ex.code()) {
			case NO_SUCH_RUN -> HttpStatus.NOT_FOUND;
			case RUN_BUSY, RUN_SERVING, RUN_NEEDED, WRONG_STATE, CONTRACT_VERSION, FILE_EXISTS, FILE_IN_USE,
					NOT_UPLOADED, UPLOADS_OFF ->
				HttpStatus.CONFLICT;
			case TOO_MANY_LISTENERS, TOO_MANY_UPLOADS -> HttpStatus.SERVICE_UNAVAILABLE;
			case PATH_OUTSIDE_DATA_DIRECTORY, NO_SUCH_FILE, INVALID_REQUEST, BAD_FILE_NAME, INCOMPLETE_BODY ->
				HttpStatus.BAD_REQUEST;
			case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
			case TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
			case NO_SPACE -> HttpStatus.INSUFFICIENT_STORAGE;
		};
		return Problems.problem(status, ex.code().name(), "Refused", ex.getMessage(), ex.action());
	}

	@ExceptionHandler
	ProblemDetail notIngestible(InspectionException ex) {
		HttpStatus status = (ex.code() == InspectionException.Code.NO_SUCH_FILE) ? HttpStatus.BAD_REQUEST
				: HttpStatus.UNPROCESSABLE_CONTENT;
		return Problems.problem(status, ex.code().name(), "The files cannot be ingested", ex.getMessage(), ex.action());
	}

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	ProblemDetail database(RuntimeException ex) {
		if (!DatabaseOutage.isOutage(ex)) {
			return unexpected(ex);
		}
		log.debug("Request failed", ex);
		return Problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_AWAY", "The database is away",
				"The database does not answer now", "Try again; runs go on by themselves when it is back.");
	}

	@ExceptionHandler
	ProblemDetail broker(KafkaException ex) {
		log.debug("Request failed", ex);
		return Problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "KAFKA_AWAY", "Kafka is away",
				"Kafka does not answer now", "Try again; runs go on by themselves when it is back.");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notSignedIn(AuthenticationException ex) {
		if (ex instanceof TooManyLoginsException tooMany) {
			return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
				.header(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfter().toSeconds()))
				.body(Problems.problem(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_LOGINS", "Too many attempts",
						ex.getMessage(), "Try again after the seconds that the header Retry-After names."));
		}
		return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
			.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
			.body(Problems.problem(HttpStatus.UNAUTHORIZED, "BAD_CREDENTIALS", "Not signed in",
					"The name or the password is wrong", "Check both."));
	}

	@ExceptionHandler
	ProblemDetail undecodable(InvalidParameterException ex) {
		return invalid("A parameter is not UTF-8, or not encoded as addresses are");
	}

	@ExceptionHandler({ RuntimeException.class, IOException.class })
	ProblemDetail unexpected(Exception ex) {
		log.error("Request failed", ex);
		return Problems.ofStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
	}

	@Override
	protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		String detail = ex.getFieldErrors()
			.stream()
			.map((error) -> error.getField() + " " + error.getDefaultMessage())
			.sorted()
			.collect(Collectors.joining("; "));
		return handleExceptionInternal(ex, invalid(detail), headers, status, request);
	}

	@Override
	protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		String detail = ex.getParameterValidationResults()
			.stream()
			.flatMap((result) -> result.getResolvableErrors()
				.stream()
				.map((error) -> result.getMethodParameter().getParameterName() + " " + error.getDefaultMessage()))
			.sorted()
			.collect(Collectors.joining("; "));
		return handleExceptionInternal(ex, invalid(detail), headers, status, request);
	}

	@Override
	protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		return handleExceptionInternal(ex, invalid(ex.getPropertyName() + " is of the wrong type"), headers, status,
				request);
	}

	/** What the parser says names types of the inside. */
	@Override
	protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof RefusedException refused) {
				ProblemDetail problem = refused(refused);
				return handleExceptionInternal(ex, problem, headers, HttpStatusCode.valueOf(problem.getStatus()),
						request);
			}
		}
		return handleExceptionInternal(ex, invalid("The body is not the JSON that is taken here" + place(ex)), headers,
				status, request);
	}

	private static String place(HttpMessageNotReadableException ex) {
		if (!(ex.getCause() instanceof JacksonException json) || json.getLocation() == null) {
			return "";
		}
		String field = json.getPath()
			.stream()
			.map(JacksonException.Reference::getPropertyName)
			.filter(Objects::nonNull)
			.collect(Collectors.joining("."));
		return ": line " + json.getLocation().getLineNr() + ", column " + json.getLocation().getColumnNr()
				+ (field.isEmpty() ? "" : ", field " + field);
	}

	@Override
	protected ResponseEntity<Object> createResponseEntity(Object body, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		boolean told = body instanceof ProblemDetail problem && problem.getProperties() != null
				&& problem.getProperties().containsKey("code");
		return super.createResponseEntity(told ? body : Problems.ofStatus(status.value()), headers, status, request);
	}

	private static ProblemDetail invalid(String detail) {
		return Problems.problem(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", "The request is not valid", detail,
				"Correct the request; /swagger-ui/index.html says what requests look like.");
	}

}
