package io.planstream.ingest.settings;

import java.net.URI;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code planstream.superset}.
 *
 * @param url where people reach Superset, or null: the console then shows no links to it
 */
@ConfigurationProperties("planstream.superset")
public record SupersetSettings(URI url) {

	/**
	 * Where people reach a dashboard.
	 * @param slug the dashboard's name
	 * @return its address, or empty without Superset
	 */
	public Optional<URI> dashboard(String slug) {
		return Optional.ofNullable(this.url)
			.map((base) -> URI.create(base.toString().replaceAll("/+$", "") + "/superset/dashboard/" + slug + "/"));
	}

}
