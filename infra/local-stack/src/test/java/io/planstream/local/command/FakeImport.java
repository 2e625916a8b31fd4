package io.planstream.local.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.planstream.testsupport.superset.AssetKind;
import org.yaml.snakeyaml.Yaml;

/**
 * What Superset's importer does with a bundle, as far as a bundle can tell: it validates
 * every file, and keeps what is valid under the uuids.
 */
final class FakeImport {

	/** The importer's message about each file that it refuses. */
	static final class Refused extends Exception {

		private static final long serialVersionUID = 1L;

		private final transient Map<String, Object> messages;

		Refused(Map<String, Object> messages) {
			super(messages.toString());
			this.messages = messages;
		}

		Map<String, Object> messages() {
			return this.messages;
		}

	}

	private FakeImport() {
	}

	/**
	 * Reads a bundle.
	 * @return the assets by file name without the root folder
	 * @throws IllegalStateException where the real one fails with status 500
	 */
	static Map<String, Map<String, Object>> read(byte[] bundle, Map<String, String> passwords)
			throws IOException, Refused {
		Map<String, Map<String, Object>> files = unzip(bundle);
		Map<String, Object> metadata = files.remove("metadata.yaml");
		if (metadata == null || !"1.0.0".equals(metadata.get("version"))
				|| !List.of("assets").contains(metadata.getOrDefault("type", "assets"))) {
			throw new IllegalStateException("Expecting value: line 1 column 1 (char 0)");
		}
		Map<String, Object> refused = new TreeMap<>();
		files.forEach((name, content) -> {
			Map<String, Object> wrong = wrong(AssetKind.ofFile(name), content);
			if (String.valueOf(content.get("sqlalchemy_uri")).contains(":XXXXXXXXXX@")
					&& !passwords.containsKey(name)) {
				wrong.put("_schema", List.of("Must provide a password for the database"));
			}
			if (!wrong.isEmpty()) {
				refused.put(name, wrong);
			}
		});
		if (!refused.isEmpty()) {
			throw new Refused(refused);
		}
		return files;
	}

	private static Map<String, Object> wrong(AssetKind kind, Map<String, Object> content) {
		Map<String, Object> wrong = new TreeMap<>();
		kind.required().forEach((field) -> {
			if (!content.containsKey(field)) {
				wrong.put(field, List.of("Missing data for required field."));
			}
		});
		content.keySet().forEach((field) -> {
			if (!kind.known().contains(field)) {
				wrong.put(field, List.of("Unknown field."));
			}
		});
		if (content.get("uuid") instanceof String uuid) {
			UUID.fromString(uuid);
		}
		nested(AssetKind.COLUMN, content.get("columns"), wrong);
		nested(AssetKind.METRIC, content.get("metrics"), wrong);
		return wrong;
	}

	@SuppressWarnings("unchecked")
	private static void nested(AssetKind kind, Object entries, Map<String, Object> wrong) {
		if (entries instanceof List<?> list) {
			list.forEach((entry) -> wrong.putAll(wrong(kind, (Map<String, Object>) entry)));
		}
	}

	private static Map<String, Map<String, Object>> unzip(byte[] bundle) throws IOException {
		Map<String, Map<String, Object>> files = new HashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				// exactly the first part is cut off, whatever it is
				String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
				files.put(name, new Yaml().load(new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
			}
		}
		return files;
	}

}
