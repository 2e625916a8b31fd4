package io.planstream.consumer.listen;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts {@link Assignment} in front of the listener container's own rebalance listener.
 * The container asks for the position of each new partition before anyone else is called,
 * and with {@code auto.offset.reset=none} there is none until one is set.
 */
final class PositionedConsumer {

	private PositionedConsumer() {
	}

	/**
	 * Wraps a consumer.
	 * @param consumer the consumer
	 * @param assignment told of partitions that come and go, before the container is
	 * @return the same consumer, but for that
	 */
	@SuppressWarnings("unchecked")
	static <K, V> Consumer<K, V> wrap(Consumer<K, V> consumer, Supplier<Assignment> assignment) {
		return (Consumer<K, V>) Proxy.newProxyInstance(Consumer.class.getClassLoader(),
				new Class<?>[] { Consumer.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("subscribe") && arguments.length == 2
							&& arguments[1] instanceof ConsumerRebalanceListener listener) {
						arguments[1] = new Listener(consumer, assignment.get(), listener);
					}
					return invoke(consumer, method, arguments);
				});
	}

	private static Object invoke(Consumer<?, ?> consumer, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(consumer, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private record Listener(Consumer<?, ?> consumer, Assignment assignment,
			ConsumerRebalanceListener container) implements ConsumerRebalanceListener {

		@Override
		public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
			this.assignment.assigned(this.consumer, partitions);
			this.container.onPartitionsAssigned(partitions);
		}

		@Override
		public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
			this.assignment.revoked(partitions);
			this.container.onPartitionsRevoked(partitions);
		}

		@Override
		public void onPartitionsLost(Collection<TopicPartition> partitions) {
			this.assignment.revoked(partitions);
			this.container.onPartitionsLost(partitions);
		}

	}

}
