package io.planstream.superset.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.planstream.superset.asset.Assets;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

class BundleTests {

	private static final DatabaseUri URI = DatabaseUri.parse("mysql+pymysql://reader@db.example:3307/my_data");

	@Test
	void everyFileLiesInOneFolderWithMetadataAtItsTop() throws IOException {
		Map<String, String> entries = entries(new Bundle(Assets.shipped(), URI).zip());

		assertThat(entries.keySet()).allMatch((name) -> name.startsWith("planstream/"))
			.hasSameSizeAs(Assets.shipped().files().keySet());
		Map<String, Object> metadata = new Yaml().load(entries.get("planstream/metadata.yaml"));
		assertThat(metadata).containsEntry("version", "1.0.0").doesNotContainKey("type");
	}

	@Test
	void theDatabaseAndItsDatasetsAreWhereTheAddressSays() throws IOException {
		Bundle bundle = new Bundle(Assets.shipped(), URI);
		Map<String, String> entries = entries(bundle.zip());

		Map<String, Object> database = new Yaml().load(entries.get("planstream/" + bundle.databaseFile()));
		assertThat(database)
			.containsEntry("sqlalchemy_uri", "mysql+pymysql://reader:XXXXXXXXXX@db.example:3307/my_data")
			.doesNotContainKey("password");
		assertThat(entries.keySet()).filteredOn((name) -> name.startsWith("planstream/datasets/"))
			.isNotEmpty()
			.allSatisfy((name) -> assertThat(new Yaml().<Map<String, Object>>load(entries.get(name)))
				.containsEntry("schema", "my_data"));
	}

	@Test
	void nothingElseIsChanged() throws IOException {
		Map<String, String> entries = entries(new Bundle(Assets.shipped(), URI).zip());

		Assets.shipped()
			.files()
			.forEach((name,
					text) -> assertThat(entries.get("planstream/" + name)
						.lines()
						.filter((line) -> !line.startsWith("schema: ") && !line.startsWith("sqlalchemy_uri: ")))
						.containsExactlyElementsOf(text.lines()
							.filter((line) -> !line.startsWith("schema: ") && !line.startsWith("sqlalchemy_uri: "))
							.toList()));
	}

	@Test
	void theSameInputGivesTheSameBytes() {
		assertThat(new Bundle(Assets.shipped(), URI).zip()).isEqualTo(new Bundle(Assets.shipped(), URI).zip());
	}

	private static Map<String, String> entries(byte[] bytes) throws IOException {
		Map<String, String> entries = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return entries;
	}

}
