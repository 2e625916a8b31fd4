package io.planstream.benchmark.stock;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.planstream.benchmark.bare.Topics;
import io.planstream.benchmark.contender.Amount;
import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Program;
import io.planstream.benchmark.ground.Rounds;
import io.planstream.benchmark.ground.Servers;
import io.planstream.benchmark.measure.Repetition;
import io.planstream.embedded.DatabaseAccounts;
import org.springframework.kafka.support.serializer.JacksonJsonDeserializer;
import org.springframework.kafka.support.serializer.JacksonJsonSerializer;

/**
 * A typical project on Rate.csv, with the defaults of Spring Boot: from the start of the
 * job until the last row is saved. Its tables hold rows; nothing is aggregated.
 */
public final class BatchStock implements Contender {

	@Override
	public Label label() {
		return new Label("batch-stock", "typical",
				"FlatFileItemReader, KafkaItemWriter, JSON, and JPA saveAll of an entity a row");
	}

	@Override
	public Amount amount() {
		return Amount.FEW;
	}

	@Override
	public Trial begin(Ground ground) {
		Servers servers = ground.servers();
		return (rounds) -> {
			try (Topics topics = new Topics(servers.bootstrapServers())) {
				topics.make(StockProject.TOPIC);
				return run(ground, servers, rounds);
			}
		};
	}

	private static Repetition run(Ground ground, Servers servers, Rounds rounds) throws Exception {
		try (Program program = ground.program(StockProject.class, List.of("-Xmx512m"),
				Map.of("SPRING_DATASOURCE_PASSWORD", servers.ownersPassword()), arguments(servers))) {
			return rounds.run((sample) -> program
				.measure(servers, "application", sample.rates().toString(), String.valueOf(sample.rateRows()))
				.requireRows(sample.rateRows()));
		}
		finally {
			drop(servers);
		}
	}

	private static void drop(Servers servers) throws Exception {
		try (Connection connection = servers.connect(); Statement statement = connection.createStatement()) {
			statement.execute("drop table if exists bench_stock_rate");
		}
	}

	private static String[] arguments(Servers servers) {
		List<String> arguments = new ArrayList<>(List.of("--spring.datasource.url=" + servers.jdbcUrl(),
				"--spring.datasource.username=" + DatabaseAccounts.MIGRATOR, "--spring.jpa.hibernate.ddl-auto=create",
				"--spring.batch.job.enabled=false", "--spring.main.banner-mode=off", "--logging.level.root=warn"));
		arguments.addAll(List.of("--spring.kafka.bootstrap-servers=" + servers.bootstrapServers(),
				"--spring.kafka.producer.value-serializer=" + JacksonJsonSerializer.class.getName(),
				"--spring.kafka.consumer.value-deserializer=" + JacksonJsonDeserializer.class.getName(),
				"--spring.kafka.consumer.properties.spring.json.trusted.packages=*",
				"--spring.kafka.consumer.group-id=stock-" + System.nanoTime(),
				"--spring.kafka.consumer.auto-offset-reset=earliest", "--spring.kafka.listener.type=batch",
				"--spring.kafka.listener.concurrency=2"));
		return arguments.toArray(String[]::new);
	}

}
