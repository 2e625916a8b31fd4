package io.planstream.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * Who may do what: an application that has this on its class path is guarded by it.
 */
@AutoConfiguration(before = { ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class,
		UserDetailsServiceAutoConfiguration.class, ErrorMvcAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessSettings.class)
class AccessAutoConfiguration {

	/** Pages without data, which somebody who has to sign in needs first. */
	private static final String[] PAGES = { "/", "/*.html", "/*.css", "/*.js", "/*.svg", "/*.ico", "/*.png",
			"/*.webmanifest", "/console/**", "/assets/**", "/webjars/**" };

	private static final String[] DOCUMENTATION = { "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**",
			"/swagger-ui.html" };

	/**
	 * Makes the {@link Exposure}: what must not start is told so at once, and not when a
	 * database has answered.
	 */
	@Bean
	static BeanFactoryPostProcessor exposure(Environment environment) {
		Binder binder = Binder.get(environment);
		return (beans) -> beans.registerSingleton(Exposure.class.getName(),
				Exposure.of(binder.bindOrCreate("server", ServerProperties.class),
						binder.bindOrCreate("management.server", ManagementServerProperties.class),
						binder.bindOrCreate("planstream.access", AccessSettings.class)));
	}

	@Bean
	Accounts accounts(AccessSettings settings) {
		return new Accounts(settings);
	}

	@Bean
	CookieCsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Strict"));
		return tokens;
	}

	@Bean
	Sessions sessions(Exposure exposure, Accounts accounts, CookieCsrfTokenRepository csrfTokens) {
		return new Sessions(exposure, accounts, csrfTokens);
	}

	@Bean
	ProblemErrorController problemErrorController() {
		return new ProblemErrorController();
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat() {
		return (tomcat) -> tomcat
			.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new ProblemValve()));
	}

	@Bean
	SecurityFilterChain access(HttpSecurity http, Exposure exposure, Accounts accounts,
			CookieCsrfTokenRepository csrfTokens) {
		http.authorizeHttpRequests(AccessAutoConfiguration::rules);
		http.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens)
			.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
			.requireCsrfProtectionMatcher(AccessAutoConfiguration::couldBeForged));
		http.headers(SecurityHeaders::set);
		http.exceptionHandling(
				(handling) -> handling.authenticationEntryPoint(notSignedIn()).accessDeniedHandler(denied()));
		http.requestCache(RequestCacheConfigurer::disable);
		http.formLogin(AbstractHttpConfigurer::disable);
		http.httpBasic(AbstractHttpConfigurer::disable);
		http.logout(AbstractHttpConfigurer::disable);
		http.addFilterAfter(new RequestOriginFilter(exposure.open()), HeaderWriterFilter.class);
		http.addFilterBefore(new CredentialsFilter(exposure.open(), accounts), AuthorizationFilter.class);
		return http.build();
	}

	private static void rules(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		String viewer = Role.VIEWER.name();
		String operator = Role.OPERATOR.name();
		requests
			// they follow a request that was allowed
			.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(EndpointRequest.to("health"))
			.permitAll()
			.requestMatchers(EndpointRequest.to("prometheus"))
			.hasRole(Role.METRICS.name())
			.requestMatchers(EndpointRequest.toAnyEndpoint())
			.hasRole(operator)
			.requestMatchers("/api/session")
			.permitAll()
			.requestMatchers(HttpMethod.GET, DOCUMENTATION)
			.hasRole(viewer)
			.requestMatchers(HttpMethod.GET, PAGES)
			.permitAll()
			.requestMatchers(HttpMethod.HEAD, PAGES)
			.permitAll()
			.requestMatchers(HttpMethod.GET, "/api/**")
			.hasRole(viewer)
			.requestMatchers(HttpMethod.HEAD, "/api/**")
			.hasRole(viewer)
			.anyRequest()
			.hasRole(operator);
	}

	/**
	 * Browsers send a session's cookie by themselves, whoever made them send a request.
	 */
	private static boolean couldBeForged(HttpServletRequest request) {
		boolean signsIn = request.getMethod().equals("POST") && request.getServletPath().equals("/api/session");
		return RequestOriginFilter.changes(request) && request.getSession(false) != null && !signsIn
				&& !CredentialsFilter.bearer(request);
	}

	private static AuthenticationEntryPoint notSignedIn() {
		return (request, response, ex) -> {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			Problems.send(response, Problems.ofStatus(HttpStatus.UNAUTHORIZED.value()));
		};
	}

	private static AccessDeniedHandler denied() {
		return (request, response, ex) -> {
			ProblemDetail problem = (ex instanceof CsrfException)
					? Problems.problem(HttpStatus.FORBIDDEN, "CSRF_TOKEN", "Refused",
							"The request lacks the token against forged requests, or it is an old one",
							"Send the cookie XSRF-TOKEN's value in the header X-XSRF-TOKEN; GET /api/session sets it.")
					: Problems.ofStatus(HttpStatus.FORBIDDEN.value());
			Problems.send(response, problem);
		};
	}

}
