package io.planstream.consumer.reject;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Dead letters; written in bulk with the batch that holds them.
 */
interface DeadLetterRepository extends Repository<DeadLetter, DeadLetter.Id> {

	List<DeadLetter> findAll();

}
