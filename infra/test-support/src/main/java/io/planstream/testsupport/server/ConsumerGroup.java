package io.planstream.testsupport.server;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;

/**
 * What a broker says of the group in which rows are applied. Thread-safe.
 */
public final class ConsumerGroup {

	private static final String NAME = "planstream-consumer";

	private ConsumerGroup() {
	}

	/**
	 * Its members and what is assigned to them: a rebalance changes one or the other.
	 * @param bootstrapServers the broker's address
	 * @return a description a member
	 */
	public static Set<String> members(String bootstrapServers) {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
			return admin.describeConsumerGroups(Set.of(NAME))
				.all()
				.get()
				.get(NAME)
				.members()
				.stream()
				.map(MemberDescription::toString)
				.collect(Collectors.toSet());
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The group cannot be described", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
