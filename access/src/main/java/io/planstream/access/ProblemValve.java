package io.planstream.access;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;

/**
 * Tells of requests that Tomcat refuses before they reach the application. Public because
 * Tomcat makes it by its name.
 */
public final class ProblemValve extends ErrorReportValve {

	private static final Log log = LogFactory.getLog(ProblemValve.class);

	@Override
	protected void report(Request request, Response response, Throwable throwable) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			Problems.send(response.getResponse(), Problems.ofStatus(status));
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			log.debug("The client has left", ex);
		}
	}

}
