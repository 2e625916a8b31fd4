package io.planstream.local.superset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.planstream.local.home.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a Superset answered.
 *
 * @param what what it was asked for, in words
 * @param status HTTP status
 * @param location where it sends the asker, or nothing
 * @param text the body, without passwords
 * @param json the body, or a missing node if it is no JSON
 */
record Answer(String what, int status, String location, String text, JsonNode json) {

	private static final int SHOWN = 300;

	static Answer of(String what, int status, String location, String text) {
		return new Answer(what, status, location, text, parse(text));
	}

	boolean isJson() {
		return this.json.isContainer();
	}

	boolean isDone() {
		return this.status == 200 && isJson();
	}

	/** Whether it sends the asker to log in: it takes him for a stranger. */
	boolean asksForLogin() {
		return this.status >= 300 && this.status < 400 && this.location.contains("login");
	}

	boolean mentions(String word) {
		return this.text.toLowerCase(Locale.ROOT).contains(word);
	}

	/**
	 * The reasons that the answer gives: Superset has several forms of them.
	 * @return one line, without mark-up
	 */
	String reason() {
		if (!isJson()) {
			return shortened(this.text.replaceAll("(?s)<(style|script).*?</\\1>", " ").replaceAll("<[^>]*>", " "));
		}
		List<String> reasons = new ArrayList<>();
		for (JsonNode error : this.json.path("errors")) {
			reasons.add(error.path("message").asString(""));
			fields("", error.path("extra"), reasons);
		}
		fields("", this.json.path("message"), reasons);
		fields("", this.json.path("msg"), reasons);
		fields("", this.json.path("error"), reasons);
		reasons.removeIf(String::isBlank);
		return shortened(reasons.isEmpty() ? this.text : String.join("; ", reasons));
	}

	/** File, field and what is wrong with it, however deep they lie. */
	private static void fields(String where, JsonNode node, List<String> reasons) {
		if (node.isObject()) {
			node.properties().forEach((entry) -> {
				if (!entry.getKey().equals("issue_codes")) {
					fields(where.isEmpty() ? entry.getKey() : where + ": " + entry.getKey(), entry.getValue(), reasons);
				}
			});
		}
		else if (node.isArray()) {
			node.forEach((entry) -> fields(where, entry, reasons));
		}
		else if (!node.isNull() && !node.isMissingNode()) {
			reasons.add(where.isEmpty() ? node.asString("") : where + ": " + node.asString(""));
		}
	}

	private static String shortened(String text) {
		String line = text.strip().replaceAll("\\s+", " ");
		return (line.length() > SHOWN) ? line.substring(0, SHOWN) + " ..." : line;
	}

	private static JsonNode parse(String text) {
		try {
			JsonNode node = Json.MAPPER.readTree(text);
			return (node != null) ? node : Json.MAPPER.missingNode();
		}
		catch (JacksonException ex) {
			return Json.MAPPER.missingNode();
		}
	}

}
