package io.planstream.testsupport.server;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The Kafka broker that the tests of this virtual machine share. Tests keep apart by the
 * names of their topics and groups. Thread-safe.
 */
public final class TestBroker {

	private TestBroker() {
	}

	/**
	 * The broker's address; the first call starts it.
	 * @return host and port
	 */
	public static String bootstrapServers() {
		return TestServers.broker().bootstrapServers();
	}

	/**
	 * Makes a topic and returns when it can be used.
	 * @param name the topic
	 * @param partitions how many partitions
	 */
	public static void createTopic(String name, int partitions) {
		try (Admin admin = admin()) {
			admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Topic " + name + " cannot be made", ex.getCause());
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * Deletes a topic with its records, if there is one of that name, and waits until the
	 * broker tells nobody of it anymore.
	 * @param name the topic
	 */
	public static void deleteTopic(String name) {
		try (Admin admin = admin()) {
			admin.deleteTopics(List.of(name)).all().get();
			while (admin.listTopics().names().get().contains(name)) {
				Thread.onSpinWait();
			}
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof UnknownTopicOrPartitionException)) {
				throw new IllegalStateException("Topic " + name + " cannot be deleted", ex.getCause());
			}
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * The topics there are, internal ones left out.
	 * @return names
	 */
	public static Set<String> topics() {
		try (Admin admin = admin()) {
			return admin.listTopics().names().get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Topics cannot be listed", ex.getCause());
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * An admin client of the broker.
	 * @return the client; the caller closes it
	 */
	public static Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
	}

	private static IllegalStateException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new IllegalStateException("Interrupted while waiting for the broker", ex);
	}

}
