package io.planstream.benchmark.bare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Topics that nobody else has. They stay until this is closed, after the programs that
 * used them: a producer asks again and again for one that is gone, and does not send
 * meanwhile. Not thread-safe.
 */
public final class Topics implements AutoCloseable {

	private final Admin admin;

	private final List<String> made = new ArrayList<>();

	/**
	 * None yet.
	 * @param bootstrapServers the broker
	 */
	public Topics(String bootstrapServers) {
		this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
	}

	/**
	 * Makes a topic.
	 * @return its name
	 * @throws ExecutionException if the broker refuses
	 * @throws InterruptedException if interrupted
	 */
	public String make() throws ExecutionException, InterruptedException {
		return make("bench-" + System.nanoTime());
	}

	/**
	 * Makes a topic.
	 * @param name its name, which no topic has
	 * @return its name
	 * @throws ExecutionException if the broker refuses
	 * @throws InterruptedException if interrupted
	 */
	public String make(String name) throws ExecutionException, InterruptedException {
		this.admin.createTopics(Set.of(new NewTopic(name, Clients.PARTITIONS, (short) 1))).all().get();
		this.made.add(name);
		awaitLeaders(name);
		return name;
	}

	/**
	 * A topic is made before its partitions can be written to, and what a producer sends
	 * meanwhile gets out of order.
	 */
	private void awaitLeaders(String name) throws ExecutionException, InterruptedException {
		Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
		for (int partition = 0; partition < Clients.PARTITIONS; partition++) {
			partitions.put(new TopicPartition(name, partition), OffsetSpec.latest());
		}
		this.admin.listOffsets(partitions).all().get();
	}

	/** Deletes all topics, so that their records take no space any more. */
	@Override
	public void close() {
		this.admin.deleteTopics(this.made);
		this.admin.close();
	}

}
