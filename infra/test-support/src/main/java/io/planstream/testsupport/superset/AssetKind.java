package io.planstream.testsupport.superset;

import java.util.Set;
import java.util.TreeSet;

/**
 * The kinds of mapping in a bundle, with the fields that the importer of Superset 5.0
 * knows: any other is refused. Read from the schemas of releases 4.1 to 6.
 */
public enum AssetKind {

	/** A file below {@code databases}. */
	DATABASE("database_name sqlalchemy_uri uuid version extra allow_csv_upload",
			"password cache_timeout expose_in_sqllab allow_run_async allow_ctas allow_cvas allow_dml "
					+ "is_managed_externally external_url ssh_tunnel"),

	/** A file below {@code datasets}. */
	DATASET("table_name uuid version database_uuid",
			"schema description catalog sql main_dttm_col default_endpoint offset cache_timeout params template_params "
					+ "filter_select_enabled fetch_values_predicate extra normalize_columns always_filter_main_dttm "
					+ "data columns metrics"),

	/** An entry of a dataset's {@code columns}. */
	COLUMN("column_name",
			"verbose_name type description groupby filterable is_dttm is_active advanced_data_type "
					+ "expression python_date_format extra"),

	/** An entry of a dataset's {@code metrics}. */
	METRIC("metric_name expression", "verbose_name description d3format extra metric_type currency warning_text"),

	/** A file below {@code charts}. */
	CHART("slice_name viz_type uuid version dataset_uuid params",
			"query_context description certified_by certification_details cache_timeout is_managed_externally "
					+ "external_url"),

	/** A file below {@code dashboards}. */
	DASHBOARD("dashboard_title uuid version position",
			"metadata slug description css published certified_by certification_details is_managed_externally "
					+ "external_url");

	private final Set<String> required;

	private final Set<String> known;

	AssetKind(String required, String optional) {
		this.required = Set.of(required.split(" "));
		this.known = new TreeSet<>(this.required);
		this.known.addAll(Set.of(optional.split(" ")));
	}

	/**
	 * The kind of a file.
	 * @param name its name, without the bundle's root folder
	 * @return the kind
	 */
	public static AssetKind ofFile(String name) {
		return switch (name.substring(0, name.indexOf('/'))) {
			case "databases" -> DATABASE;
			case "datasets" -> DATASET;
			case "charts" -> CHART;
			case "dashboards" -> DASHBOARD;
			default -> throw new IllegalArgumentException("The importer passes over " + name);
		};
	}

	/**
	 * Fields without which the importer refuses the mapping, or fails.
	 * @return their names
	 */
	public Set<String> required() {
		return this.required;
	}

	/**
	 * Fields that it takes.
	 * @return their names, the required ones among them
	 */
	public Set<String> known() {
		return this.known;
	}

}
