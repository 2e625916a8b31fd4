package io.planstream.ingest.start;

import java.util.Map;

import io.planstream.model.start.StartException;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Settings of Kafka's producer without which rows would be lost or change their order.
 */
final class SettingsCheck {

	private static final int MOST_IN_FLIGHT = 5;

	private SettingsCheck() {
	}

	/**
	 * Checks settings.
	 * @param producer settings of Kafka's producer
	 * @throws StartException if one of them is not as it has to be
	 */
	static void check(Map<String, Object> producer) {
		String acks = text(producer, ProducerConfig.ACKS_CONFIG, "all");
		if (!acks.equals("all") && !acks.equals("-1")) {
			throw refused(ProducerConfig.ACKS_CONFIG, acks, "a broker that dies would take acknowledged rows with it",
					"spring.kafka.producer.acks=all");
		}
		String idempotence = text(producer, ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
		if (!idempotence.equals("true")) {
			throw refused(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, idempotence,
					"a record sent again by the client could overtake its successor",
					"spring.kafka.producer.properties.enable.idempotence=true");
		}
		String inFlight = text(producer, ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "5");
		if (Integer.parseInt(inFlight) > MOST_IN_FLIGHT) {
			throw refused(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, inFlight,
					"the broker keeps the order of five requests only",
					"spring.kafka.producer.properties.max.in.flight.requests.per.connection=5");
		}
	}

	private static String text(Map<String, Object> producer, String name, String byDefault) {
		return String.valueOf(producer.getOrDefault(name, byDefault));
	}

	private static StartException refused(String name, String value, String reason, String property) {
		return new StartException("Kafka's " + name + " is " + value + ", but " + reason, "Set " + property + ".");
	}

}
