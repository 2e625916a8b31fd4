package io.planstream.consumer.datarule;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * The catalogue, read only.
 */
interface CataloguedRuleRepository extends Repository<CataloguedRule, String> {

	List<CataloguedRule> findAll();

}
