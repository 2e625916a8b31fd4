package io.planstream.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ExposureTests {

	private static final AccessSettings NOBODY = new AccessSettings(Map.of(), Map.of());

	private static final String BCRYPT = "{bcrypt}$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

	private final ServerProperties server = new ServerProperties();

	private final ManagementServerProperties management = new ManagementServerProperties();

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.1.2.3", "::1", "localhost", "::ffff:127.0.0.1" })
	void isOpenOnLoopback(String address) throws UnknownHostException {
		this.server.setAddress(InetAddress.getByName(address));
		assertThat(exposure(NOBODY).open()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0", "::", "192.168.33.11", "10.0.0.1", "169.254.1.1", "2001:db8::1" })
	void refusesToServeOthersWithoutCredentials(String address) throws UnknownHostException {
		this.server.setAddress(InetAddress.getByName(address));
		refuses(NOBODY, "Other machines can reach this application");
	}

	@Test
	void refusesAnAddressThatIsLeftOut() {
		refuses(NOBODY, "server.address is not set");
	}

	@Test
	void refusesToManageForOthersWithoutCredentials() throws UnknownHostException {
		this.server.setAddress(InetAddress.getByName("127.0.0.1"));
		this.server.setPort(8080);
		this.management.setPort(9000);
		refuses(NOBODY, "management.server.address is not set");
		this.management.setAddress(InetAddress.getByName("127.0.0.1"));
		assertThat(exposure(NOBODY).open()).isTrue();
	}

	@Test
	void refusesAProxyWithoutCredentials() throws UnknownHostException {
		this.server.setAddress(InetAddress.getByName("127.0.0.1"));
		this.server.setForwardHeadersStrategy(ForwardHeadersStrategy.FRAMEWORK);
		refuses(NOBODY, "forward-headers-strategy");
	}

	@Test
	void asksForCredentialsWhereSomeAreSet() throws UnknownHostException {
		this.server.setAddress(InetAddress.getByName("127.0.0.1"));
		assertThat(exposure(user(BCRYPT, Role.OPERATOR)).open()).isFalse();
		this.server.setAddress(null);
		assertThat(exposure(user(BCRYPT, Role.OPERATOR)).open()).isFalse();
		assertThat(exposure(token("0".repeat(64), Role.METRICS)).open()).isFalse();
	}

	@Test
	void takesPlainPasswordsOnLoopbackOnly() throws UnknownHostException {
		refuses(user("{noop}secret", Role.VIEWER), "not hashed");
		this.server.setAddress(InetAddress.getByName("127.0.0.1"));
		assertThat(exposure(user("{noop}secret", Role.VIEWER)).open()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "secret", "{noop}", "{MD5}5ebe2294ecd0e0f08eab7690d2a6ee69", "{bcrypt}secret",
			"{bcrypt}$2a$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
			"$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy" })
	void refusesHashesThatAreNoneOrCheapToGuess(String password) throws UnknownHostException {
		this.server.setAddress(InetAddress.getByName("127.0.0.1"));
		AccessRefusedException refused = refuses(user(password, Role.VIEWER), "is no hash that is known");
		assertThat(refused.getMessage() + refused.action()).doesNotContain("secret").doesNotContain("N9qo");
	}

	@Test
	void refusesHalfACredential() {
		refuses(user(BCRYPT, null), "has no role");
		refuses(token("0".repeat(64), null), "has no role");
		refuses(token("token", Role.VIEWER), "is not 64 hexadecimal digits");
		refuses(token(null, Role.VIEWER), "is not 64 hexadecimal digits");
	}

	@Test
	void theStartSaysWhatToSet() {
		AccessRefusedException refused = refuses(NOBODY, "nobody has to prove who they are");
		FailureAnalysis analysis = new AccessFailureAnalyzer().analyze(refused);
		assertThat(analysis.getAction()).contains("planstream.access.users.NAME.password")
			.contains("planstream.access.tokens.NAME.sha256")
			.contains("server.address=127.0.0.1");
	}

	@Test
	void settingsTellNoHashes() {
		assertThat(user(BCRYPT, Role.VIEWER) + " " + token("a".repeat(64), Role.VIEWER)).contains("VIEWER")
			.doesNotContain("N9qo")
			.doesNotContain("aaaa");
	}

	@Test
	void aNewHashIsOneThatIsTaken() {
		assertThat(PasswordHash.strong(PasswordHash.encoder().encode("correct horse"))).isTrue();
	}

	private Exposure exposure(AccessSettings settings) {
		return Exposure.of(this.server, this.management, settings);
	}

	private AccessRefusedException refuses(AccessSettings settings, String message) {
		assertThatExceptionOfType(AccessRefusedException.class).isThrownBy(() -> exposure(settings))
			.withMessageContaining(message);
		return catchThrowableOfType(AccessRefusedException.class, () -> exposure(settings));
	}

	private static AccessSettings user(String password, Role role) {
		return new AccessSettings(Map.of("vera", new AccessSettings.User(password, role)), Map.of());
	}

	private static AccessSettings token(String sha256, Role role) {
		return new AccessSettings(Map.of(), Map.of("script", new AccessSettings.Token(sha256, role)));
	}

}
