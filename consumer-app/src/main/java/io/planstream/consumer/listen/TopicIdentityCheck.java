package io.planstream.consumer.listen;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.common.TopicPartition;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices that a topic was deleted and made again while it is read: the offsets of the
 * old one mean nothing in the new one, and Kafka's consumer would go on.
 */
@Component
class TopicIdentityCheck {

	private static final Log logger = LogFactory.getLog(TopicIdentityCheck.class);

	private final TopicLogs topicLogs;

	private final Assignment assignment;

	TopicIdentityCheck(TopicLogs topicLogs, Assignment assignment) {
		this.topicLogs = topicLogs;
		this.assignment = assignment;
	}

	@Scheduled(fixedDelayString = "${planstream.consumer.topic-check-interval:5s}")
	void run() {
		Map<TopicPartition, Assignment.Cursor> cursors = this.assignment.cursors();
		if (cursors.isEmpty()) {
			return;
		}
		try {
			Map<String, String> ids = this.topicLogs
				.topicIds(cursors.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()));
			List<TopicPartition> others = cursors.entrySet()
				.stream()
				.filter((entry) -> !entry.getValue().topicId().equals(ids.get(entry.getKey().topic())))
				.map(Map.Entry::getKey)
				.toList();
			this.assignment.doubt(others);
		}
		catch (RuntimeException ex) {
			logger.debug("Topics cannot be checked now", ex);
		}
	}

}
