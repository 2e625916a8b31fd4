package io.planstream.consumer;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.RunId;
import io.planstream.model.aggregate.HistogramBuckets;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.record.PublishedRecord;
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
		}
		Scene.await().until(() -> scene.applied(run) == 5 && scene.fresh());
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
		assertThat(read).hasSize(19);
		assertThat(read.get("RateByAge")).contains("rates=1, setAside=1, premiumCents=100");
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
