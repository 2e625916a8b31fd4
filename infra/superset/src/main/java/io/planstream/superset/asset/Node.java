package io.planstream.superset.asset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.error.YAMLException;

/**
 * A mapping in a YAML file. What is not there reads as empty; what has another shape is
 * an error that names the file and the field.
 *
 * @param where the file and the way to the mapping in it, for messages
 * @param fields the fields in their order
 */
record Node(String where, Map<String, Object> fields) {

	static Node parse(String name, String text) {
		try {
			return of(name, Assets.yaml().load(text));
		}
		catch (YAMLException ex) {
			throw new IllegalArgumentException(name + " is no YAML: " + ex.getMessage(), ex);
		}
	}

	private static Node of(String where, Object value) {
		if (!(value instanceof Map<?, ?> map)) {
			throw new IllegalArgumentException(where + " is no mapping");
		}
		Map<String, Object> fields = new LinkedHashMap<>();
		map.forEach((key, entry) -> fields.put(String.valueOf(key), entry));
		return new Node(where, fields);
	}

	Set<String> names() {
		return this.fields.keySet();
	}

	boolean has(String field) {
		return this.fields.get(field) != null;
	}

	/** The text or number of a field, or null. */
	String text(String field) {
		Object value = this.fields.get(field);
		return (value != null) ? value.toString() : null;
	}

	int number(String field) {
		if (this.fields.get(field) instanceof Number number) {
			return number.intValue();
		}
		throw new IllegalArgumentException(this.where + "." + field + " is no number");
	}

	boolean isTrue(String field) {
		return Boolean.TRUE.equals(this.fields.get(field));
	}

	Node node(String field) {
		return has(field) ? of(this.where + "." + field, this.fields.get(field)) : new Node(this.where, Map.of());
	}

	List<Node> nodes(String field) {
		List<Node> nodes = new ArrayList<>();
		for (Object value : list(field)) {
			nodes.add(of(this.where + "." + field, value));
		}
		return nodes;
	}

	List<String> texts(String field) {
		return list(field).stream().map(String::valueOf).toList();
	}

	List<?> list(String field) {
		Object value = this.fields.get(field);
		if (value == null) {
			return List.of();
		}
		if (value instanceof List<?> list) {
			return list;
		}
		throw new IllegalArgumentException(this.where + "." + field + " is no list");
	}

}
