package io.planstream.ingest.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.plan.PlanIndex;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code plan_source}, and the plans of other runs. Thread-safe; takes part in the
 * caller's transaction.
 */
@Repository
public class PlanSourceStore {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	PlanSourceStore(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * The complete run that serves the plans of a year.
	 * @param businessYear plan year
	 * @return the run, or empty
	 */
	public Optional<RunId> serving(int businessYear) {
		return this.jdbc.sql("""
				select s.run_id from serving_run s join run r on r.run_id = s.run_id
				where s.dataset = ? and s.business_year = ? and r.state = 'COMPLETE'""")
			.params(Dataset.PLAN_ATTRIBUTES.id(), businessYear)
			.query(String.class)
			.optional()
			.map(RunId::parse);
	}

	/**
	 * Pins the sources of a new run.
	 * @param run the run
	 * @param sources by plan year; empty where no plans are known
	 */
	public void insert(RunId run, Map<Integer, Optional<RunId>> sources) {
		List<Object[]> rows = new ArrayList<>();
		sources.forEach((year, source) -> rows
			.add(new Object[] { run.toString(), year, source.map(RunId::toString).orElse(null) }));
		this.template.batchUpdate("insert into plan_source (run_id, business_year, source_run_id) values (?, ?, ?)",
				rows);
	}

	/**
	 * The pinned sources of a run.
	 * @param run the run
	 * @return by plan year; empty where no plans were known
	 */
	public Map<Integer, Optional<RunId>> of(RunId run) {
		Map<Integer, Optional<RunId>> sources = new HashMap<>();
		this.jdbc.sql("select business_year, source_run_id from plan_source where run_id = ?")
			.param(run.toString())
			.query((row) -> {
				sources.put(row.getInt("business_year"),
						Optional.ofNullable(row.getString("source_run_id")).map(RunId::parse));
			});
		return sources;
	}

	/**
	 * Runs that are not finished and take plans from a run.
	 * @param source the run they take plans from
	 * @return their identities, the run itself excepted
	 */
	public Collection<RunId> dependents(RunId source) {
		return this.jdbc.sql("""
				select distinct p.run_id from plan_source p join run r on r.run_id = p.run_id
				where p.source_run_id = ? and p.run_id <> p.source_run_id
				  and r.state in ('RUNNING', 'STOPPED', 'FAILED')""")
			.param(source.toString())
			.query(String.class)
			.list()
			.stream()
			.map(RunId::parse)
			.toList();
	}

	/**
	 * Adds the plans that a run has stored for a year.
	 * @param index takes the plans
	 * @param source the run
	 * @param businessYear plan year
	 */
	public void load(PlanIndex index, RunId source, int businessYear) {
		this.jdbc.sql("""
				select standard_component_id, csr_variant, source_order, metal_level, plan_type, market, coverage
				from plan where run_id = ? and business_year = ? and base_variant""")
			.params(source.toString(), businessYear)
			.query((row) -> {
				index.add(businessYear, row.getString("standard_component_id"), row.getInt("csr_variant"),
						row.getLong("source_order"), new PlanFacts(row.getString("metal_level"),
								row.getString("plan_type"), row.getString("market"), row.getString("coverage")));
			});
	}

}
