package io.planstream.compose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A value of a YAML file, with where it stands for messages.
 *
 * @param place keys from the top, separated by points
 * @param value a map, a list or a scalar; null if it is not there
 */
record Node(String place, Object value) {

	boolean exists() {
		return this.value != null;
	}

	/** The value of a key; one that does not exist if the key is not there. */
	Node get(String key) {
		return new Node(this.place + "." + key, map().get(key));
	}

	Set<String> keys() {
		return map().keySet().stream().map(String::valueOf).collect(Collectors.toSet());
	}

	List<Node> items() {
		if (!exists()) {
			return List.of();
		}
		if (!(this.value instanceof List<?> list)) {
			throw new AssertionError(this.place + " is no list: " + this.value);
		}
		return IntStream.range(0, list.size()).mapToObj((i) -> new Node(this.place + "." + i, list.get(i))).toList();
	}

	List<String> texts() {
		return items().stream().map(Node::text).toList();
	}

	/** A map's entries as text: compose takes numbers and truth values in quotes only. */
	Map<String, String> entries() {
		return keys().stream().collect(Collectors.toMap((key) -> key, (key) -> get(key).text()));
	}

	String text() {
		if (!(this.value instanceof String text)) {
			throw new AssertionError(this.place + " is no text: " + this.value);
		}
		return text;
	}

	private Map<?, ?> map() {
		if (!exists()) {
			return Map.of();
		}
		if (!(this.value instanceof Map<?, ?> map)) {
			throw new AssertionError(this.place + " is no mapping: " + this.value);
		}
		return map;
	}

	@Override
	public String toString() {
		return this.place;
	}

}
