package io.planstream.consumer.apply;

import java.util.Collection;
import java.util.List;

import io.planstream.consumer.sql.BulkStatements;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The second barrier's rows, and with them the changes of everything else in a batch.
 */
interface SourceWatermarkRepository extends Repository<SourceWatermark, SourceWatermark.Id>, BulkStatements {

	@Query("""
			select w from SourceWatermark w where w.id.runId = :runId and w.id.topic = :topic
			and w.id.slice in :slices and w.id.partition in :partitions""")
	List<SourceWatermark> find(String runId, String topic, Collection<Integer> slices, Collection<Integer> partitions);

	List<SourceWatermark> findByIdRunId(String runId);

}
