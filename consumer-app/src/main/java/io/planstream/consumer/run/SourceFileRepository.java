package io.planstream.consumer.run;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Source files, read only.
 */
interface SourceFileRepository extends Repository<SourceFile, SourceFile.Id> {

	List<SourceFile> findByIdRunId(String runId);

}
