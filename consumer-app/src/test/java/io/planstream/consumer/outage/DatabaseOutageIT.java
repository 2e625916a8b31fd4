package io.planstream.consumer.outage;

import java.util.Random;
import java.util.Set;

import io.planstream.consumer.testing.OwnDatabase;
import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.testsupport.fault.TcpProxy;
import io.planstream.testsupport.server.ConsumerGroup;
import io.planstream.testsupport.server.TestBroker;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseOutageIT {

	private static final Log logger = LogFactory.getLog(DatabaseOutageIT.class);

	@Test
	void aKilledDatabaseIsWaitedForAndNothingIsLostOrDoubled() throws Exception {
		OwnDatabase database = new OwnDatabase();
		try (Scene scene = new Scene(database);
				RunningConsumer consumer = scene.start().awaitReady();
				Publisher publisher = scene.publisher(scene.run(1))) {
			publish(publisher, 100_000);
			Scene.await().until(() -> scene.applied(publisher.run()) > 0);
			Set<String> members = members();
			database.kill();
			publish(publisher, 50_000);
			Scene.await().until(() -> consumer.health("readiness") == 503);
			assertThat(consumer.health("liveness")).isEqualTo(200);
			Scene.await().until(() -> consumer.bean(Outage.class).description().isPresent());
			assertThat(members()).isEqualTo(members);
			database.startAgain();
			publish(publisher, 50_000);
			consumer.awaitReady();
			assertComplete(scene, publisher, 200_000);
			assertThat(members()).isEqualTo(members);
			assertThat(consumer.bean(Outage.class).description()).isEmpty();
		}
	}

	@Test
	void connectionsCutAtAnyByteLoseAndDoubleNothing() {
		long seed = System.nanoTime();
		logger.info("Cutting with seed " + seed);
		Random random = new Random(seed);
		try (Scene scene = new Scene();
				TcpProxy proxy = TcpProxy.toDatabase(scene.jdbcUrl());
				RunningConsumer consumer = scene.start("--spring.kafka.consumer.max-poll-records=2000",
						"--planstream.consumer.batch-records=2000",
						"--spring.datasource.url=" + proxy.through(scene.jdbcUrl()));
				Publisher publisher = scene.publisher(scene.run(1))) {
			consumer.awaitReady();
			for (int round = 0; round < 30; round++) {
				publish(publisher, 4_000);
				long some = scene.applied(publisher.run()) + random.nextInt(3_000);
				Scene.await().until(() -> scene.applied(publisher.run()) >= Math.min(some, 4_000));
				proxy.cut();
			}
			assertComplete(scene, publisher, 120_000);
			Scene.await().until(() -> consumer.health("readiness") == 200);
		}
	}

	@Test
	void aDatabaseThatLetsNobodyInIsWaitedForAlsoWhilePartitionsAreAssigned() {
		try (Scene scene = new Scene();
				TcpProxy proxy = TcpProxy.toDatabase(scene.jdbcUrl());
				RunningConsumer consumer = scene.start("--spring.datasource.url=" + proxy.through(scene.jdbcUrl()))
					.awaitReady();
				Publisher publisher = scene.publisher(scene.run(1))) {
			proxy.refuse(true);
			Scene.await().until(() -> consumer.health("readiness") == 503);
			try (RunningConsumer other = scene.start().awaitReady()) {
				publish(publisher, 20_000);
				assertThat(other.health("liveness")).isEqualTo(200);
			}
			assertThat(consumer.health("liveness")).isEqualTo(200);
			proxy.refuse(false);
			consumer.awaitReady();
			assertComplete(scene, publisher, 20_000);
		}
	}

	private static void publish(Publisher publisher, int rows) {
		for (int i = 0; i < rows; i++) {
			publisher.rate(0, Scene.rate((i % 2 == 0) ? "TX" : "NY", 21 + i % 40, 10_000));
		}
		publisher.flush();
	}

	private static void assertComplete(Scene scene, Publisher publisher, long rows) {
		publisher.endOfSlice(Dataset.RATE.topic(), 0);
		publisher.flush();
		RunId run = publisher.run();
		Scene.await().until(() -> scene.ended(run) == Scene.PARTITIONS);
		assertThat(scene.applied(run)).isEqualTo(rows);
		assertThat(scene.number("select sum(premium_cents) from rate_by_age")).isEqualTo(rows * 10_000);
		assertThat(scene.number("select sum(rates) from rate_histogram")).isEqualTo(rows);
		assertThat(scene.number("select sum(aggregated_rows) from dataset_total")).isEqualTo(rows);
		assertThat(scene.number("select count(*) from dead_letter")).isZero();
	}

	private static Set<String> members() {
		return ConsumerGroup.members(TestBroker.bootstrapServers());
	}

}
