package io.planstream.ingest.guard;

import io.planstream.ingest.guard.Exchange.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in and out as a browser does it.
 */
class SessionIT {

	private final GuardedApp app = GuardedApp.get();

	@Test
	void tellsAVisitorThatNobodyIsSignedIn() {
		Answer answer = this.app.request("GET", "/api/session").send();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("open").asBoolean()).isFalse();
		assertThat(answer.json().get("user").isNull()).isTrue();
		assertThat(answer.json().get("roles").isEmpty()).isTrue();
		assertThat(answer.json().get("csrf").get("header").asString()).isEqualTo("X-XSRF-TOKEN");
		assertThat(answer.cookie("XSRF-TOKEN"))
			.hasValueSatisfying((cookie) -> assertThat(cookie).contains("SameSite=Strict").doesNotContain("HttpOnly"));
	}

	@Test
	void signsAUserInAndOut() {
		Browser browser = new Browser(this.app);
		assertThat(browser.signIn("vera", GuardedApp.PASSWORD).json().get("user").asString()).isEqualTo("vera");
		Answer session = browser.get("/api/session");
		assertThat(session.json().get("roles").toString()).isEqualTo("[\"viewer\"]");
		assertThat(browser.get("/api/runs").status()).isEqualTo(200);
		assertThat(browser.delete("/api/session").status()).isEqualTo(204);
		assertThat(browser.get("/api/runs").status()).isEqualTo(401);
	}

	@Test
	void hidesTheSessionFromScriptsAndOtherSites() {
		Browser browser = new Browser(this.app);
		assertThat(browser.signIn("otto", GuardedApp.PASSWORD).cookie("PLANSTREAM_SESSION"))
			.hasValueSatisfying((cookie) -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
	}

	@Test
	void signsInWithATokenAndItsName() {
		Browser browser = new Browser(this.app);
		assertThat(browser.signIn("script", GuardedApp.OPERATOR_TOKEN).json().get("roles").toString())
			.contains("viewer", "operator");
		assertThat(new Browser(this.app).signIn("look", GuardedApp.OPERATOR_TOKEN).status()).isEqualTo(401);
	}

	@Test
	void refusesAWrongPasswordAndAnUnknownUserAlike() {
		Answer wrong = new Browser(this.app).signIn("vera", "wrong");
		Answer unknown = new Browser(this.app).signIn("nobody", "wrong");
		assertThat(wrong.status()).isEqualTo(401);
		assertThat(wrong.code()).isEqualTo("BAD_CREDENTIALS");
		assertThat(unknown.text()).isEqualTo(wrong.text());
	}

	@Test
	void stopsGuessing() {
		String name = "guessed";
		for (int i = 0; i < 5; i++) {
			assertThat(new Browser(this.app).signIn(name, "wrong" + i).status()).isEqualTo(401);
		}
		Answer answer = new Browser(this.app).signIn(name, "wrong");
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.code()).isEqualTo("TOO_MANY_LOGINS");
		assertThat(answer.header("Retry-After"))
			.hasValueSatisfying((seconds) -> assertThat(Integer.parseInt(seconds)).isBetween(590, 601));
		assertThat(new Browser(this.app).signIn("vera", GuardedApp.PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void takesNoSessionThatItDidNotMake() {
		Browser browser = new Browser(this.app);
		browser.cookies.put("PLANSTREAM_SESSION", "0123456789ABCDEF0123456789ABCDEF");
		browser.signIn("vera", GuardedApp.PASSWORD);
		assertThat(browser.cookies.get("PLANSTREAM_SESSION")).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
		Browser victim = new Browser(this.app);
		victim.cookies.put("PLANSTREAM_SESSION", "0123456789ABCDEF0123456789ABCDEF");
		assertThat(victim.get("/api/runs").status()).isEqualTo(401);
	}

	@Test
	void changesTheSessionsIdAndTheTokenWhenSomebodySignsIn() {
		Browser browser = new Browser(this.app);
		browser.signIn("vera", GuardedApp.PASSWORD);
		Browser planted = new Browser(this.app);
		planted.cookies.putAll(browser.cookies);
		browser.signIn("otto", GuardedApp.PASSWORD);
		assertThat(browser.cookies.get("PLANSTREAM_SESSION")).isNotEqualTo(planted.cookies.get("PLANSTREAM_SESSION"));
		assertThat(browser.cookies.get("XSRF-TOKEN")).isNotEqualTo(planted.cookies.get("XSRF-TOKEN"));
		assertThat(planted.get("/api/runs").status()).isEqualTo(401);
	}

	@Test
	void refusesForgedRequests() {
		Browser browser = new Browser(this.app);
		browser.signIn("otto", GuardedApp.PASSWORD);
		Answer missing = browser.request("POST", "/api/runs").json("{\"paths\":[\"x\"]}").send();
		assertThat(missing.status()).isEqualTo(403);
		assertThat(missing.code()).isEqualTo("CSRF_TOKEN");
		Answer wrong = browser.request("DELETE", "/api/runs/0123456789abcdef")
			.header("X-XSRF-TOKEN", "00000000-0000-0000-0000-000000000000")
			.send();
		assertThat(wrong.code()).isEqualTo("CSRF_TOKEN");
		assertThat(browser.post("/api/runs", "{\"paths\":[]}").status()).isEqualTo(400);
	}

	@Test
	void refusesRequestsOfOtherSitesEvenWithTheToken() {
		Browser browser = new Browser(this.app);
		browser.signIn("otto", GuardedApp.PASSWORD);
		for (String origin : new String[] { "https://evil.example", "null", "http://127.0.0.1:1",
				"http://localhost" }) {
			Answer answer = browser.change("POST", "/api/runs").header("Origin", origin).json("{}").send();
			assertThat(answer.status()).as(origin).isEqualTo(403);
			assertThat(answer.code()).isEqualTo("CROSS_SITE");
		}
		assertThat(browser.change("POST", "/api/runs").header("Sec-Fetch-Site", "same-site").json("{}").send().code())
			.isEqualTo("CROSS_SITE");
		assertThat(browser.change("POST", "/api/runs")
			.header("Origin", "http://127.0.0.1:" + this.app.port())
			.header("Sec-Fetch-Site", "same-origin")
			.json("{\"paths\":[]}")
			.send()
			.status()).isEqualTo(400);
	}

	@Test
	void aTokenInTheHeaderCountsMoreThanASession() {
		Browser browser = new Browser(this.app);
		browser.signIn("otto", GuardedApp.PASSWORD);
		assertThat(browser.request("GET", "/api/runs").bearer("wrong").send().code()).isEqualTo("BAD_TOKEN");
		assertThat(browser.request("POST", "/api/runs").bearer(GuardedApp.VIEWER_TOKEN).json("{}").send().status())
			.isEqualTo(403);
	}

	@Test
	void logsNoSecret() {
		new Browser(this.app).signIn("vera", GuardedApp.PASSWORD);
		new Browser(this.app).signIn("otto", "a wrong password");
		this.app.request("GET", "/api/runs").bearer("a-wrong-token").send();
		this.app.asOperator("POST", "/api/runs").json("{\"paths\":[\"x\"]").send();
		this.app.asOperator("GET", "/api/files?path=%C0%AE").send();
		assertThat(this.app.log()).doesNotContain(GuardedApp.PASSWORD, "a wrong password", "a-wrong-token",
				GuardedApp.OPERATOR_TOKEN, GuardedApp.sha256(GuardedApp.OPERATOR_TOKEN), "$2a$", "generated security");
	}

}
