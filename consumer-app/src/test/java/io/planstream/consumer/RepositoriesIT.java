package io.planstream.consumer;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.RunId;
import io.planstream.model.aggregate.HistogramBuckets;
import io.planstream.model.area.ServiceAreaRow;
import io.planstream.model.benefit.BenefitRow;
import io.planstream.model.benefit.CostSharing;
import io.planstream.model.businessrule.BusinessRuleRow;
import io.planstream.model.crosswalk.CrosswalkRow;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.network.NetworkRow;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.row.Row;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.metamodel.mapping.SelectableConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.data.repository.Repository;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That the application starts says that every entity fits its table; here each repository
 * reads what was applied.
 */
class RepositoriesIT {

	private static final List<Row> OTHER_DATASETS = List.of(
			new BenefitRow(2016, "TX", "12345", "12345TX0010001-00", "12345TX0010001", "Routine eye exam adult",
					"Routine Eye Exam (Adult)", BenefitRow.Listing.COVERED, true, false, true, false, true, true,
					CostSharing.parse("$40 Copay after deductible"), CostSharing.parse("20%"), 0, Publisher.SILVER),
			new NetworkRow(2016, "TX", "12345", "TXN001", "A network", "https://example.org", 0),
			new ServiceAreaRow(2016, "TX", "12345", "TXS001", "An area", false, "48201", true, 0),
			new BusinessRuleRow(2016, "TX", "12345", "All", "All", "Individual", "Medical", "There is a rate table",
					"3 or more", "1 or more", 26, "2", "Yes", "No", "Age on effective date", null, "Any", 0),
			new CrosswalkRow(2016, "TX", "Medical", "12345TX0010001", "Silver", CrosswalkRow.NONE, CrosswalkRow.NONE, 4,
					6, "48201", 0),
			new CrosswalkRow(2016, "TX", "Medical", "12345TX0010002", "Silver", "12345TX0010001", "Silver", 3, 2,
					"48203", 0));

	private static Scene scene;

	private static RunningConsumer consumer;

	private static RunId run;

	@BeforeAll
	static void apply() {
		scene = new Scene();
		consumer = scene.start().awaitReady();
		run = scene.run(1);
		try (Publisher publisher = scene.publisher(run)) {
			publisher.rate(0, Scene.rate("TX", 21, 100));
			publisher.rate(0, Scene.rate("TX", 21, 0));
			publisher.reject(0, 0, new Problem(Problem.Reason.NOT_A_NUMBER, null, "no number"),
					new PublishedRecord.RawText("n/a", 3, "0".repeat(64)));
			publisher.plan(0, Scene.plan("TX", "A plan"));
			publisher.plan(0, Scene.plan("TX", "The same plan, further down"));
			publisher.send(Dataset.RATE.topic(), 0, new byte[0]);
			OTHER_DATASETS.forEach((row) -> publisher.row(0, row));
		}
		Scene.await().until(() -> scene.applied(run) == 5 + OTHER_DATASETS.size() && scene.fresh());
		Scene.await().until(() -> scene.number("select count(*) from dead_letter") == 1);
	}

	@AfterAll
	static void close() {
		consumer.close();
		scene.close();
	}

	@Test
	void everyRepositoryReadsItsTable() {
		Map<String, String> read = new TreeMap<>();
		for (Repository<?, ?> repository : consumer.beans(Repository.class)) {
			Class<?> type = repositoryInterface(repository);
			read.put(type.getSimpleName().replace("Repository", ""), String.valueOf(find(repository, type)));
		}
		assertThat(read.keySet()).containsAll(List.of("Flow", "CataloguedRule")).hasSize(33);
		assertThat(read.get("RateByAge")).contains("rates=1, setAside=1, premiumCents=100");
		assertThat(read.get("RateByBand")).contains("band=-1", "band=0");
		assertThat(read.get("RateByIssuer")).contains("issuerId=12345");
		assertThat(read.get("RateByRatingArea")).contains("Rating Area 1");
		assertThat(read.get("PlanRate")).contains("standardComponentId=12345TX0010001");
		assertThat(read.get("RateHistogram")).contains("bucket=-1", "bucket=" + HistogramBuckets.of(100));
		assertThat(read.get("RatePercentile")).contains("1 rates");
		assertThat(read.get("RuleCount")).contains("rate-is-no-price", ": 1");
		assertThat(read.get("RejectedRow")).contains("NOT_A_NUMBER, no number");
		assertThat(read.get("DeadLetter")).contains("UNDECODABLE");
		assertThat(read.get("Plan")).contains("A plan").contains("2 rows").doesNotContain("further down");
		assertThat(read.get("DatasetTotal")).contains("dataset=rate", "1 aggregated, 1 set aside");
		assertThat(read.get("Run")).contains("RUNNING");
		assertThat(read.get("Flow")).contains("dataset=crosswalk, topic=marketplace.crosswalk.v1",
				"1 applied, 0 rejected", "0 applied, 1 rejected");
		assertOtherDatasets(read);
	}

	private static void assertOtherDatasets(Map<String, String> read) {
		assertThat(read.get("PlanPremium")).contains("standardComponentId=12345TX0010001", "rates21=1, cents21=100",
				"rates60=0, cents60=0");
		assertThat(read.get("BenefitByMetal")).contains("benefit=Routine eye exam adult", "benefitRows=1, covered=1",
				"baseQuantityLimited=1", "copayCents=4000", "copayAfterDeductible=1",
				"copayAmountsAfter=1, copayAmountsAfterCents=4000, copayAmountsBefore=0", "coinsuranceSharesAfter=0",
				"coinsuranceShares=1, coinsurance=2000");
		assertThat(read.get("PlanBenefit")).contains("planId=12345TX0010001-00", "benefitsLimited=1, benefitsEhb=1");
		assertThat(read.get("BenefitName")).contains("originalName=Routine Eye Exam (Adult)", "benefit rows 1");
		assertThat(read.get("Network")).contains("networkId=TXN001", "A network", "https://example.org",
				"source rows 1");
		assertThat(read.get("ServiceArea")).contains("serviceAreaId=TXS001", "An area", "whole state rows 0");
		assertThat(read.get("ServiceAreaCounty")).contains("countyFips=48201", "partial rows 1");
		assertThat(read.get("BusinessRule")).contains("productId=All", "dependentMaximumAge=26",
				"tobaccoFreeMonths=null", "cohabitation=Any");
		assertThat(read.get("CrosswalkByMetal")).contains("toMetalLevel=None, crosswalkLevel=4, reason=6",
				"crosswalk rows 1");
		assertThat(read.get("CrosswalkPlan")).contains("fromPlanId=12345TX0010001, toPlanId=None", "crosswalk rows 1");
		assertThat(read.get("CrosswalkZipCounty")).contains("fromPlanId=12345TX0010002", "countyFips=48203",
				"crosswalk rows 1");
	}

	/** Hibernate's own check looks at the tables for what entities have, not for more. */
	@Test
	void entitiesHaveEveryColumnOfWhatTheConsumerWrites() {
		MappingMetamodel mapping = consumer.bean(EntityManagerFactory.class)
			.unwrap(SessionFactoryImplementor.class)
			.getMappingMetamodel();
		Map<String, Set<String>> mapped = new TreeMap<>();
		mapping.forEachEntityDescriptor((entity) -> {
			Set<String> columns = mapped.computeIfAbsent(entity.getMappedTableDetails().getTableName(),
					(table) -> new TreeSet<>());
			SelectableConsumer add = (index, column) -> columns.add(column.getSelectableName().replace("`", ""));
			entity.getIdentifierMapping().forEachSelectable(add);
			entity.forEachSelectable(add);
		});
		// the consumer reads of these what it needs
		mapped.keySet().removeAll(List.of("run", "source_file", "slice", "serving_run"));
		assertThat(mapped).hasSize(29).allSatisfy((table, columns) -> assertThat(columns).isEqualTo(columns(table)));
	}

	private static Set<String> columns(String table) {
		return new TreeSet<>(scene.sql()
			.sql("select column_name from information_schema.columns where table_schema = database() and table_name = ?")
			.param(table)
			.query(String.class)
			.list());
	}

	@Test
	void theBucketsOfTheTableAreThoseOfTheCode() {
		Repository<?, ?> buckets = consumer.beans(Repository.class)
			.stream()
			.filter((repository) -> repositoryInterface(repository).getSimpleName().equals("HistogramBucketRepository"))
			.findFirst()
			.orElseThrow();
		Collection<?> rows = (Collection<?>) find(buckets, repositoryInterface(buckets));
		assertThat(rows).hasSizeGreaterThanOrEqualTo(HistogramBuckets.count());
		assertThat(rows.stream().limit(HistogramBuckets.count()).map(Object::toString).toList()).allSatisfy((row) -> {
			int bucket = Integer.parseInt(row.substring(0, row.indexOf(':')));
			assertThat(row)
				.isEqualTo(bucket + ": " + HistogramBuckets.from(bucket) + " to " + HistogramBuckets.to(bucket));
		});
	}

	private static Class<?> repositoryInterface(Repository<?, ?> repository) {
		return Arrays.stream(repository.getClass().getInterfaces())
			.filter((type) -> type.getName().startsWith("io.planstream"))
			.findFirst()
			.orElseThrow();
	}

	private static Object find(Repository<?, ?> repository, Class<?> type) {
		for (Method method : type.getDeclaredMethods()) {
			boolean byRun = Arrays.equals(method.getParameterTypes(), new Class<?>[] { String.class });
			if (method.getName().matches("findAll|count") && method.getParameterCount() == 0
					|| method.getName().startsWith("find") && byRun) {
				ReflectionUtils.makeAccessible(method);
				return ReflectionUtils.invokeMethod(method, repository,
						byRun ? new Object[] { run.toString() } : new Object[0]);
			}
		}
		return null;
	}

}
