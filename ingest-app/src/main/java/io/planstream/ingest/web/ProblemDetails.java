package io.planstream.ingest.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.planstream.ingest.outage.DatabaseOutage;
import io.planstream.ingest.refusal.RefusedException;
import io.planstream.model.inspect.InspectionException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
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
			case RUN_BUSY, RUN_SERVING, RUN_NEEDED, WRONG_STATE, CONTRACT_VERSION -> HttpStatus.CONFLICT;
			case TOO_MANY_LISTENERS -> HttpStatus.SERVICE_UNAVAILABLE;
			case PATH_OUTSIDE_DATA_DIRECTORY, NO_SUCH_FILE, INVALID_REQUEST -> HttpStatus.BAD_REQUEST;
		};
		return problem(status, "Refused", ex.getMessage(), ex.code().name(), ex.action());
	}

	@ExceptionHandler
	ProblemDetail notIngestible(InspectionException ex) {
		HttpStatus status = (ex.code() == InspectionException.Code.NO_SUCH_FILE) ? HttpStatus.BAD_REQUEST
				: HttpStatus.UNPROCESSABLE_CONTENT;
		return problem(status, "The files cannot be ingested", ex.getMessage(), ex.code().name(), ex.action());
	}

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	ProblemDetail database(RuntimeException ex) {
		if (!DatabaseOutage.isOutage(ex)) {
			return unexpected(ex);
		}
		log.debug("Request failed", ex);
		return problem(HttpStatus.SERVICE_UNAVAILABLE, "The database is away", "The database does not answer now",
				"DATABASE_AWAY", "Try again; runs go on by themselves when it is back.");
	}

	@ExceptionHandler
	ProblemDetail broker(KafkaException ex) {
		log.debug("Request failed", ex);
		return problem(HttpStatus.SERVICE_UNAVAILABLE, "Kafka is away", "Kafka does not answer: " + ex.getMessage(),
				"KAFKA_AWAY", "Try again; runs go on by themselves when it is back.");
	}

	@ExceptionHandler
	ProblemDetail unexpected(RuntimeException ex) {
		log.error("Request failed", ex);
		return problem(HttpStatus.INTERNAL_SERVER_ERROR, "Something is wrong with this application",
				"The request failed for a reason that nobody foresaw", "INTERNAL_ERROR",
				"See the application's log and report it.");
	}

	@Override
	protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		String detail = ex.getFieldErrors()
			.stream()
			.map((error) -> error.getField() + " " + error.getDefaultMessage())
			.sorted()
			.collect(Collectors.joining("; "));
		return handleExceptionInternal(ex, problem(HttpStatus.BAD_REQUEST, "The request is not valid", detail,
				"INVALID_REQUEST", "Correct the request."), headers, status, request);
	}

	@Override
	protected ResponseEntity<Object> createResponseEntity(Object body, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		if (body instanceof ProblemDetail problem
				&& Stream.ofNullable(problem.getProperties()).noneMatch((known) -> known.containsKey("code"))) {
			problem.setProperty("code", status.is4xxClientError() ? "INVALID_REQUEST" : "INTERNAL_ERROR");
			problem.setProperty("action", "See /swagger-ui/index.html for what requests look like.");
		}
		return super.createResponseEntity(body, headers, status, request);
	}

	private static ProblemDetail problem(HttpStatus status, String title, String detail, String code, String action) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		problem.setProperty("code", code);
		problem.setProperty("action", action);
		return problem;
	}

}
