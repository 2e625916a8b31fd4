package io.planstream.consumer.reject;

import java.util.List;

import io.planstream.consumer.sql.BulkStatements;

import org.springframework.data.repository.Repository;

/**
 * Dead letters; written in bulk by {@link DeadLetters}.
 */
interface DeadLetterRepository extends Repository<DeadLetter, DeadLetter.Id>, BulkStatements {

	List<DeadLetter> findAll();

}
