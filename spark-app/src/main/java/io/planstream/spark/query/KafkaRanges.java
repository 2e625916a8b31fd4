package io.planstream.spark.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.planstream.spark.task.TopicRange;
import org.apache.spark.Partition;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.execution.datasources.v2.DataSourceRDD;
import org.apache.spark.sql.execution.datasources.v2.DataSourceRDDPartition;
import org.apache.spark.sql.kafka010.KafkaBatchInputPartition;
import org.apache.spark.sql.kafka010.KafkaOffsetRange;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The offsets that Spark planned for a micro-batch. They stand nowhere in its public
 * interface, but in the partitions of the scan that all else is mapped from, one to one.
 * The offsets of the records themselves would not do: a batch has to follow on from where
 * the last one ended, not from the first record that happens to be there.
 */
final class KafkaRanges {

	private KafkaRanges() {
	}

	/**
	 * Reads the plan of a batch.
	 * @param batch the batch
	 * @param topicIds identity of each topic
	 * @return one range a partition of the batch, in their order
	 * @throws IllegalStateException if it is no batch of Spark's Kafka source with one
	 * partition for each partition of a topic
	 */
	static List<TopicRange> of(RDD<?> batch, Map<String, String> topicIds) {
		RDD<?> source = batch;
		while (!(source instanceof DataSourceRDD)) {
			if (source.dependencies().size() != 1) {
				throw new IllegalStateException("A batch is not mapped from one source: " + batch.toDebugString());
			}
			source = source.dependencies().head().rdd();
		}
		List<TopicRange> ranges = new ArrayList<>();
		for (Partition partition : source.partitions()) {
			KafkaOffsetRange range = range(partition);
			String topic = range.topicPartition().topic();
			ranges.add(new TopicRange(topic, range.topicPartition().partition(), topicIds.get(topic),
					range.fromOffset(), range.untilOffset()));
		}
		if (ranges.stream().map((range) -> range.topic() + "-" + range.partition()).distinct().count() != batch
			.getNumPartitions()) {
			throw new IllegalStateException("A partition of a topic is read in several parts: unset minPartitions");
		}
		return ranges;
	}

	private static KafkaOffsetRange range(Partition partition) {
		if (partition instanceof DataSourceRDDPartition planned) {
			List<InputPartition> inputs = CollectionConverters.asJava(planned.inputPartitions());
			if (inputs.size() == 1 && inputs.get(0) instanceof KafkaBatchInputPartition kafka) {
				return kafka.offsetRange();
			}
		}
		throw new IllegalStateException("A batch has a partition that is no range of offsets: " + partition);
	}

}
