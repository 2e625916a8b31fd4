package io.planstream.spark.metrics;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import io.planstream.model.start.StartException;

/**
 * Who may read metrics and the reasons of trouble: who has the token, or everybody who
 * can connect if there is none, which is for the loopback address only.
 */
public final class MetricsAccess {

	/** How the hash of the token is called in the environment, as in consumer-app. */
	public static final String VARIABLE = "PLANSTREAM_ACCESS_TOKENS_METRICS_SHA256";

	private static final String HOW = "Set " + VARIABLE
			+ " to the SHA-256 of a token: printf %s TOKEN | sha256sum; or listen on 127.0.0.1.";

	private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

	private static final String SCHEME = "Bearer ";

	private final byte[] hash;

	private MetricsAccess(byte[] hash) {
		this.hash = hash;
	}

	/**
	 * Decides, and checks the hash.
	 * @param address where the pages are
	 * @param sha256 SHA-256 of the token in hexadecimal digits, or null
	 * @return who may read
	 * @throws StartException if the job must not start like this
	 */
	public static MetricsAccess of(InetSocketAddress address, String sha256) {
		if (sha256 == null || sha256.isBlank()) {
			if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
				throw new StartException("Other machines can reach the metrics (" + address
						+ "), and nobody has to prove who they are: there is no token", HOW);
			}
			return new MetricsAccess(null);
		}
		if (!SHA256.matcher(sha256).matches()) {
			throw new StartException(VARIABLE + " is not 64 hexadecimal digits", HOW);
		}
		return new MetricsAccess(HexFormat.of().parseHex(sha256));
	}

	/**
	 * Whether somebody may read.
	 * @param authorization the header of this name, or null
	 * @return whether it holds the token, or none is asked for
	 */
	boolean admits(String authorization) {
		if (this.hash == null) {
			return true;
		}
		return authorization != null && authorization.startsWith(SCHEME)
				&& MessageDigest.isEqual(sha256(authorization.substring(SCHEME.length())), this.hash);
	}

	private static byte[] sha256(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
