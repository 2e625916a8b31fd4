package io.planstream.access;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What browsers are told not to do. Answers are never stored by them (pages and their
 * parts may say otherwise), and a page takes scripts, styles and data from this
 * application alone.
 */
final class SecurityHeaders {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
			+ "form-action 'none'; frame-ancestors 'none'";

	/** Swagger's page writes styles into its elements. */
	private static final String DOCUMENTATION_POLICY = POLICY.replace("style-src 'self'",
			"style-src 'self' 'unsafe-inline'");

	/** A HEAD of the page itself is answered before they would be written otherwise. */
	private static final ObjectPostProcessor<HeaderWriterFilter> BEFORE_THE_ANSWER = new ObjectPostProcessor<>() {

		@Override
		public <F extends HeaderWriterFilter> F postProcess(F filter) {
			filter.setShouldWriteHeadersEagerly(true);
			return filter;
		}

	};

	private SecurityHeaders() {
	}

	static void set(HeadersConfigurer<HttpSecurity> headers) {
		headers.addObjectPostProcessor(BEFORE_THE_ANSWER);
		headers.addHeaderWriter(contentSecurityPolicy());
		headers.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
		headers.permissionsPolicyHeader(
				(permissions) -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
		headers.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
		headers.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
	}

	private static HeaderWriter contentSecurityPolicy() {
		return (request, response) -> response.setHeader("Content-Security-Policy",
				request.getServletPath().startsWith("/swagger-ui/") ? DOCUMENTATION_POLICY : POLICY);
	}

}
