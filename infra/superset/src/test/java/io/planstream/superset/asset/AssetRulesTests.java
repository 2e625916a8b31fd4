package io.planstream.superset.asset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import io.planstream.testsupport.superset.AssetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the importer of Superset 5.0 and later insists on, or lets pass and shows wrong:
 * an import that succeeds proves nothing.
 */
class AssetRulesTests {

	private static final Assets ASSETS = Assets.shipped();

	@Test
	void theFolderHoldsOneDatabaseAndFiveDashboards() {
		assertThat(ASSETS.trees("metadata.yaml").values()).singleElement()
			.satisfies((metadata) -> assertThat(metadata.text("version")).isEqualTo("1.0.0"));
		assertThat(ASSETS.trees("databases/")).hasSize(1);
		assertThat(ASSETS.dashboards()).extracting(Dashboard::slug)
			.containsExactly("planstream-benefits", "planstream-issuers", "planstream-live", "planstream-premiums",
					"planstream-quality");
		assertThat(ASSETS.files().keySet()).allMatch((name) -> name.matches(
				"(metadata|(databases|datasets/planstream|charts/[a-z]+|dashboards)/" + "[a-z][a-z0-9_-]*)\\.yaml"));
	}

	@ParameterizedTest
	@MethodSource("files")
	void aFileHasOnlyFieldsThatTheOldestSupersetKnows(String name) {
		assertThat(ASSETS.files().get(name)).as("a tab breaks the importer").doesNotContain("\t");
		Node node = ASSETS.trees(name).get(name);
		AssetKind kind = AssetKind.ofFile(name);
		fields(node, kind);
		switch (kind) {
			case DATABASE -> {
			}
			case DATASET -> {
				assertThat(node.fields()).containsKeys("schema", "description");
				node.nodes("columns")
					.forEach((column) -> fields(column, AssetKind.COLUMN, "verbose_name", "type", "description",
							"groupby", "filterable"));
				node.nodes("metrics")
					.forEach((metric) -> fields(metric, AssetKind.METRIC, "verbose_name", "description", "d3format",
							"extra"));
			}
			case CHART -> assertThat(node.fields()).containsKeys("query_context", "description");
			case DASHBOARD -> assertThat(node.fields()).containsKeys("metadata", "slug", "description");
			case COLUMN, METRIC -> throw new AssertionError(name);
		}
		assertThat(node.text("version")).isEqualTo("1.0.0");
		assertThat(UUID.fromString(node.text("uuid")).version()).as("made of a name, so for ever the same")
			.isEqualTo(5);
	}

	@Test
	void nothingIsNamedTwice() {
		List<String> uuids = new ArrayList<>();
		for (String folder : List.of("databases/", "datasets/", "charts/", "dashboards/")) {
			ASSETS.trees(folder).values().forEach((node) -> uuids.add(node.text("uuid")));
		}
		assertThat(uuids).doesNotHaveDuplicates();
		assertThat(ASSETS.dashboards()).extracting(Dashboard::title).doesNotHaveDuplicates();
		assertThat(ASSETS.datasets()).extracting(Dataset::view)
			.doesNotHaveDuplicates()
			.allMatch((view) -> view.startsWith("v_"));
	}

	@Test
	void theDatabaseIsReadByTheReaderAndHoldsNoPassword() {
		Node database = ASSETS.trees("databases/").values().iterator().next();
		assertThat(database.text("sqlalchemy_uri"))
			.matches("mysql\\+pymysql://planstream_reader:XXXXXXXXXX@[^/]+/planstream");
		assertThat(database.has("password")).isFalse();
		assertThat(database.isTrue("allow_dml") || database.isTrue("allow_ctas") || database.isTrue("allow_cvas"))
			.isFalse();
		ASSETS.trees("datasets/").values().forEach((dataset) -> {
			assertThat(dataset.text("database_uuid")).isEqualTo(database.text("uuid"));
			assertThat(dataset.text("schema")).isEqualTo("planstream");
		});
	}

	@Test
	void everyDatasetIsAskedAndEveryChartIsOnOneDashboard() {
		Set<String> asked = new TreeSet<>();
		Map<String, Integer> placed = new TreeMap<>();
		ASSETS.charts().forEach((chart) -> asked.add(ASSETS.datasetOf(chart).uuid()));
		ASSETS.dashboards()
			.forEach((dashboard) -> dashboard.charts().values().forEach((uuid) -> placed.merge(uuid, 1, Integer::sum)));
		assertThat(ASSETS.datasets()).extracting(Dataset::uuid).containsExactlyInAnyOrderElementsOf(asked);
		assertThat(ASSETS.charts()).extracting(Chart::uuid).containsExactlyInAnyOrderElementsOf(placed.keySet());
		assertThat(placed.values()).containsOnly(1);
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void aDashboardIsLaidOutWithoutGaps(String name) {
		Node dashboard = ASSETS.trees(name).get(name);
		Node position = dashboard.node("position");
		assertThat(position.text("DASHBOARD_VERSION_KEY")).isEqualTo("v2");
		assertThat(dashboard.isTrue("published")).isTrue();
		Set<String> reached = new HashSet<>(Set.of("DASHBOARD_VERSION_KEY", "HEADER_ID"));
		walk(position, "ROOT_ID", List.of(), reached);
		assertThat(reached).as("nothing hangs in the air").isEqualTo(position.names());
		for (String row : position.node("GRID_ID").texts("children")) {
			int width = 0;
			Set<Integer> heights = new HashSet<>();
			for (String child : position.node(row).texts("children")) {
				width += position.node(child).node("meta").number("width");
				heights.add(position.node(child).node("meta").number("height"));
			}
			assertThat(width).as(row).isEqualTo(12);
			assertThat(heights).as(row).hasSize(1);
		}
		String first = position.node("GRID_ID").texts("children").get(0);
		assertThat(position.node(position.node(first).texts("children").get(0)).node("meta").text("code"))
			.as("says what it is about")
			.startsWith("### ")
			.hasSizeGreaterThan(100);
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void aChartIsPlacedUnderItsOwnNameAndANumberOfItsOwn(String name) {
		Map<String, Chart> charts = new LinkedHashMap<>();
		ASSETS.charts().forEach((chart) -> charts.put(chart.uuid(), chart));
		Node position = ASSETS.trees(name).get(name).node("position");
		List<Integer> numbers = new ArrayList<>();
		for (String id : position.names()) {
			if (id.startsWith("CHART-")) {
				Node meta = position.node(id).node("meta");
				numbers.add(meta.number("chartId"));
				assertThat(charts.get(meta.text("uuid")).name()).isEqualTo(meta.text("sliceName"));
			}
		}
		assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void aFilterReachesEveryChartThatHasItsColumnAndNoOther(String name) {
		Map<String, Dataset> datasets = new LinkedHashMap<>();
		ASSETS.charts().forEach((chart) -> datasets.put(chart.uuid(), ASSETS.datasetOf(chart)));
		Node node = ASSETS.trees(name).get(name);
		Dashboard dashboard = Dashboard.of(node);
		assertThat(dashboard.filters()).isNotEmpty();
		for (Dashboard.Filter filter : dashboard.filters()) {
			Dataset target = ASSETS.datasets()
				.stream()
				.filter((dataset) -> dataset.uuid().equals(filter.datasetUuid()))
				.findFirst()
				.orElseThrow();
			assertThat(target.columns()).containsKey(filter.column());
			dashboard.charts()
				.forEach((number, uuid) -> assertThat(filter.reaches(number)).as(filter.name() + " on chart " + number)
					.isEqualTo(datasets.get(uuid).columns().containsKey(filter.column())));
			assertThat(dashboard.charts().keySet()).containsAll(filter.excluded()).anyMatch(filter::reaches);
		}
		node.node("metadata").nodes("native_filter_configuration").forEach((filter) -> {
			assertThat(filter.text("id")).startsWith("NATIVE_FILTER-");
			assertThat(filter.text("filterType")).isEqualTo("filter_select");
			assertThat(filter.list("chartsInScope")).as("the page computes it").isEmpty();
		});
	}

	@Test
	void theFiltersOfTheQuestionsAreTheSameEverywhere() {
		for (String slug : List.of("planstream-premiums", "planstream-benefits", "planstream-issuers")) {
			Dashboard dashboard = ASSETS.dashboards()
				.stream()
				.filter((one) -> one.slug().equals(slug))
				.findFirst()
				.orElseThrow();
			assertThat(dashboard.filters()).extracting(Dashboard.Filter::column)
				.containsExactly("business_year", "state_code", "coverage", "metal_level", "market");
		}
	}

	@Test
	void whatIsPreselectedAlsoShowsRowsWhosePlanIsNotKnown() {
		List<Node> preselecting = new ArrayList<>();
		ASSETS.trees("dashboards/")
			.values()
			.forEach((dashboard) -> dashboard.node("metadata")
				.nodes("native_filter_configuration")
				.stream()
				.map((filter) -> filter.node("defaultDataMask"))
				.filter((mask) -> !mask.node("filterState").list("value").isEmpty())
				.forEach(preselecting::add));
		assertThat(preselecting).hasSize(3).allSatisfy((mask) -> {
			assertThat(mask.node("filterState").list("value")).isEqualTo(List.of("Medical", "Unknown"));
			assertThat(mask.node("extraFormData").nodes("filters")).singleElement()
				.satisfies((filter) -> assertThat(filter.fields())
					.isEqualTo(Map.of("col", "coverage", "op", "IN", "val", List.of("Medical", "Unknown"))));
		});
	}

	@Test
	void theLivePageRefreshesItselfAndTheOthersDoNot() {
		ASSETS.trees("dashboards/")
			.forEach((name, node) -> assertThat(node.node("metadata").number("refresh_frequency")).as(name)
				.isEqualTo(name.contains("live") ? 10 : 0));
	}

	@Test
	void aMetalLevelHasTheSameColourEverywhere() {
		Set<Map<String, Object>> colours = new HashSet<>();
		ASSETS.trees("dashboards/").forEach((name, node) -> {
			Node metadata = node.node("metadata");
			colours.add(metadata.node("label_colors").fields());
			assertThat(metadata.text("color_scheme")).as("a scheme would make a map a patchwork").isEmpty();
			assertThat(metadata.isTrue("cross_filters_enabled")).isTrue();
		});
		assertThat(colours).singleElement()
			.satisfies((colour) -> assertThat(colour).containsKeys("Bronze", "Silver", "Gold", "Platinum",
					"Catastrophic", "Low", "High"));
	}

	@ParameterizedTest
	@MethodSource("charts")
	void aChartNamesOnlyColumnsAndMetricsThatItsDatasetLists(String name) {
		Node node = ASSETS.trees(name).get(name);
		Chart chart = Chart.of(node);
		assertThat(node.node("params").text("viz_type")).isEqualTo(chart.type());
		Dataset dataset = ASSETS.datasetOf(chart);
		assertThat(chart.query().sql(dataset, List.of())).contains(" from " + dataset.view());
		assertThat(node.text("description")).hasSizeGreaterThan(10);
		chart.query()
			.order()
			.forEach((order) -> assertThat(
					dataset.columns().containsKey(order.by()) || dataset.metrics().containsKey(order.by()))
				.as(order.by())
				.isTrue());
	}

	@ParameterizedTest
	@MethodSource("charts")
	void whatAChartSavesToAskIsWhatItsParametersSay(String name) {
		Chart chart = Chart.of(ASSETS.trees(name).get(name));
		JsonMapper json = JsonMapper.shared();
		assertThat(json.readTree(chart.savedQuery()))
			.isEqualTo(json.readTree(chart.query().saved(chart.type()).toString()));
	}

	@Test
	void aMapAsksForCodesThatItKnowsAndLeavesColoursToTheValue() {
		assertThat(ASSETS.trees("charts/").values().stream().map((node) -> node.node("params")))
			.filteredOn((params) -> params.text("viz_type").equals("country_map"))
			.isNotEmpty()
			.allSatisfy((params) -> {
				assertThat(params.text("select_country")).isEqualTo("usa");
				assertThat(params.text("entity")).isEqualTo("state_iso");
				assertThat(params.text("color_scheme")).isEmpty();
				assertThat(params.text("linear_color_scheme")).isNotEmpty();
			});
		assertThat(ASSETS.datasets().stream().map(Dataset::columns))
			.filteredOn((columns) -> columns.containsKey("state_iso"))
			.allSatisfy((columns) -> assertThat(columns).containsEntry("state_iso", "concat('US-', state_code)"));
	}

	private static void fields(Node node, AssetKind kind, String... wanted) {
		assertThat(kind.known()).as(node.where()).containsAll(node.names());
		assertThat(node.fields()).as(node.where()).containsKeys(kind.required().toArray(String[]::new));
		assertThat(node.names()).as(node.where()).containsAll(Set.of(wanted));
	}

	private static void walk(Node position, String id, List<String> parents, Set<String> reached) {
		Node node = position.node(id);
		assertThat(node.text("id")).isEqualTo(id);
		assertThat(node.text("type")).isNotNull();
		assertThat(node.texts("parents")).isEqualTo(parents);
		assertThat(reached.add(id)).as(id + " stands in one place").isTrue();
		List<String> below = Stream.concat(parents.stream(), Stream.of(id)).toList();
		node.texts("children").forEach((child) -> walk(position, child, below, reached));
	}

	static Stream<String> files() {
		return ASSETS.files().keySet().stream().filter((name) -> name.contains("/"));
	}

	static Stream<String> dashboards() {
		return ASSETS.trees("dashboards/").keySet().stream();
	}

	static Stream<String> charts() {
		return ASSETS.trees("charts/").keySet().stream();
	}

}
