package io.planstream.local.home;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one configuration of JSON: indented, unknown members ignored, missing ones taken as
 * zero. Thread-safe.
 */
public final class Json {

	/** Reads and writes. */
	public static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private Json() {
	}

}
