package io.planstream.local.home;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one configuration of JSON: indented, unknown members ignored. Thread-safe.
 */
public final class Json {

	/** Reads and writes. */
	public static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private Json() {
	}

}
