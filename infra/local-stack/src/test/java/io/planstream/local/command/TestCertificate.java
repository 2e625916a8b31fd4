package io.planstream.local.command;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.planstream.embedded.Host;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A certificate for the loopback address that nobody trusts unless told to.
 *
 * @param context the certificate with its key, and the trust in it
 */
record TestCertificate(SSLContext context) {

	private static final char[] PASSWORD = "changeit".toCharArray();

	static TestCertificate create(Path folder) throws Exception {
		Path file = folder.resolve("keys.p12");
		Process keytool = new ProcessBuilder(Host.javaTool("keytool"), "-genkeypair", "-alias", "test", "-keyalg", "EC",
				"-dname", "CN=test", "-ext", "SAN=ip:127.0.0.1", "-keystore", file.toString(), "-storetype", "PKCS12",
				"-storepass", new String(PASSWORD))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream input = Files.newInputStream(file)) {
			store.load(input, PASSWORD);
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD);
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("test", store.getCertificate("test"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
		return new TestCertificate(context);
	}

	/** Does something while the certificate is trusted. */
	<T> T trusted(Callable<T> action) throws Exception {
		SSLContext before = SSLContext.getDefault();
		SSLContext.setDefault(this.context);
		try {
			return action.call();
		}
		finally {
			SSLContext.setDefault(before);
		}
	}

}
