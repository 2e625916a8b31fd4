package io.planstream.access;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class RequestOriginFilterTests {

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST", "127.0.0.1", "127.255.1.2", "[::1]" })
	void anOpenConsoleAnswersThisMachine(String host) throws Exception {
		assertThat(answer(true, request("GET", host))).isEqualTo("passed");
		assertThat(answer(true, request("POST", host))).isEqualTo("passed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.1.nip.io",
			"10.0.0.1", "evil-localhost", "0.0.0.0" })
	void anOpenConsoleAnswersNoNameThatOnlyLeadsHere(String host) throws Exception {
		assertThat(answer(true, request("GET", host))).contains("UNKNOWN_HOST");
		assertThat(answer(false, request("GET", host))).isEqualTo("passed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via" })
	void anOpenConsoleIsNotPassedOn(String header) throws Exception {
		MockHttpServletRequest request = request("GET", "127.0.0.1");
		request.addHeader(header, "10.0.0.1");
		assertThat(answer(true, request)).contains("FORWARDED");
		assertThat(answer(false, request)).isEqualTo("passed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "http://localhost:3000", "http://localhost", "null", "",
			"http://localhost.evil.example:8080", "http://localhost:8080@evil.example", "file://", "nonsense ://" })
	void nothingIsChangedByAPageOfAnotherSite(String origin) throws Exception {
		for (boolean open : new boolean[] { true, false }) {
			MockHttpServletRequest request = request("POST", "localhost");
			request.addHeader("Origin", origin);
			assertThat(answer(open, request)).contains("CROSS_SITE");
		}
	}

	@ParameterizedTest
	@CsvSource({ "same-origin, passed", "none, passed", "cross-site, CROSS_SITE", "same-site, CROSS_SITE",
			"nonsense, CROSS_SITE" })
	void believesWhatBrowsersSayOfASite(String site, String expected) throws Exception {
		MockHttpServletRequest request = request("DELETE", "localhost");
		request.addHeader("Sec-Fetch-Site", site);
		assertThat(answer(true, request)).contains(expected);
	}

	@Test
	void takesRequestsOfItsOwnPageBehindAProxyToo() throws Exception {
		MockHttpServletRequest request = request("POST", "localhost");
		request.addHeader("Origin", "http://LOCALHOST:8080");
		assertThat(answer(true, request)).isEqualTo("passed");
		MockHttpServletRequest proxied = request("POST", "console.example.org");
		proxied.setServerPort(80);
		proxied.addHeader("Origin", "https://console.example.org");
		assertThat(answer(false, proxied)).isEqualTo("passed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "text/plain;charset=UTF-8",
			"multipart/form-data; boundary=x", "TEXT/PLAIN", "///" })
	void takesNothingThatAFormCouldSend(String type) throws Exception {
		MockHttpServletRequest request = request("POST", "localhost");
		request.setContentType(type);
		assertThat(answer(true, request)).contains("UNSUPPORTED_MEDIA_TYPE");
	}

	@Test
	void readingIsFree() throws Exception {
		MockHttpServletRequest request = request("GET", "localhost");
		request.addHeader("Origin", "https://evil.example");
		assertThat(answer(true, request)).isEqualTo("passed");
	}

	private static MockHttpServletRequest request(String method, String host) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/runs");
		request.setServerName(host);
		request.setServerPort(8080);
		return request;
	}

	private static String answer(boolean open, MockHttpServletRequest request) throws ServletException, IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		MockFilterChain chain = new MockFilterChain();
		new RequestOriginFilter(open).doFilter(request, response, chain);
		return (chain.getRequest() != null) ? "passed" : response.getContentAsString();
	}

}
