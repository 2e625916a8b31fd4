package io.planstream.ingest.serving;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import io.planstream.ingest.time.UtcColumn;
import io.planstream.model.RunId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Table {@code serving_run}: which run the views show for a dataset and year.
 * Thread-safe; takes part in the caller's transaction.
 */
@Repository
public class ServingStore {

	private static final String OWN = """
			(select distinct f.dataset, y.business_year from source_file f
			 join source_file_year y on y.run_id = f.run_id and y.file_no = f.file_no where f.run_id = :run) own""";

	private final JdbcClient jdbc;

	ServingStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Lets a new run serve what no other run serves.
	 * @param run the run
	 * @param since the moment
	 */
	public void serveIfFirst(RunId run, Instant since) {
		this.jdbc.sql("""
				insert ignore into serving_run (dataset, business_year, run_id, since)
				select own.dataset, own.business_year, :run, :since from
				%s""".formatted(OWN)).param("run", run.toString()).param("since", UtcColumn.of(since)).update();
	}

	/**
	 * Lets a complete run serve all it holds, if that takes nothing away: each run it
	 * replaces is older and has no state that it lacks.
	 * @param run the run
	 * @param since the moment
	 * @return why it does not serve, or an empty text if it does
	 */
	@Transactional
	public String takeOver(RunId run, Instant since) {
		List<String> newer = newer(run);
		if (!newer.isEmpty()) {
			return "a newer run serves " + String.join(", ", newer);
		}
		List<String> lacking = lacking(run);
		if (!lacking.isEmpty()) {
			return "it lacks " + lacking.stream().limit(10).collect(Collectors.joining(", "))
					+ ((lacking.size() > 10) ? " and " + (lacking.size() - 10) + " more" : "")
					+ ", which the serving run has";
		}
		serve(run, since);
		return "";
	}

	/**
	 * Lets a run serve all it holds, whatever it replaces, and draws up anew what follows
	 * from what serves.
	 * @param run the run
	 * @param since the moment
	 */
	public void serve(RunId run, Instant since) {
		this.jdbc.sql("""
				insert into serving_run (dataset, business_year, run_id, since)
				select own.dataset, own.business_year, :run, :since from
				%s
				on duplicate key update since = if(run_id = values(run_id), since, values(since)),
				  run_id = values(run_id)""".formatted(OWN))
			.param("run", run.toString())
			.param("since", UtcColumn.of(since))
			.update();
		if (holdsPlaces(run)) {
			refreshCounties();
		}
	}

	private boolean holdsPlaces(RunId run) {
		return this.jdbc
			.sql("select count(*) from source_file where run_id = ? and dataset in ('plan-attributes', 'service-area')")
			.param(run.toString())
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * How far the plans and service areas are applied that a running run already serves.
	 * @return a number that changes when there are more of them
	 */
	public long placesApplied() {
		return this.jdbc.sql("""
				select coalesce(sum(m.applied_rows), 0)
				from (select distinct run_id, dataset from serving_run
				      where dataset in ('plan-attributes', 'service-area')) s
				join run r on r.run_id = s.run_id and r.state = 'RUNNING'
				join slice l on l.run_id = s.run_id and l.dataset = s.dataset
				join source_watermark m on m.run_id = l.run_id and m.slice = l.slice""").query(Long.class).single();
	}

	/**
	 * Draws up anew who sells in which county: it follows from plans and service areas.
	 * All years: which counties a state has is known from all of them.
	 */
	@Transactional
	public void refreshCounties() {
		this.jdbc.sql("delete from county_coverage").update();
		this.jdbc.sql("""
				insert into county_coverage (business_year, state_code, county_fips, coverage, issuers, plans,
				  individual_issuers, individual_plans, small_group_issuers, small_group_plans)
				select business_year, state_code, county_fips, coverage, issuers, plans, individual_issuers,
				  individual_plans, small_group_issuers, small_group_plans
				from county_coverage_now""").update();
	}

	private List<String> newer(RunId run) {
		return this.jdbc
			.sql("select concat(s.dataset, ' ', s.business_year) from serving_run s join " + OWN
					+ " on own.dataset = s.dataset and own.business_year = s.business_year"
					+ " join run other on other.run_id = s.run_id join run self on self.run_id = :run"
					+ " where s.run_id <> :run and other.created_at > self.created_at"
					+ " order by s.dataset, s.business_year")
			.param("run", run.toString())
			.query(String.class)
			.list();
	}

	private List<String> lacking(RunId run) {
		return this.jdbc
			.sql("select distinct concat(t.dataset, ' ', t.business_year, ' ', t.state_code) as what from serving_run s"
					+ " join " + OWN + " on own.dataset = s.dataset and own.business_year = s.business_year"
					+ " join dataset_total t on t.run_id = s.run_id and t.dataset = s.dataset"
					+ " and t.business_year = s.business_year"
					+ " left join dataset_total n on n.run_id = :run and n.dataset = t.dataset"
					+ " and n.business_year = t.business_year and n.state_code = t.state_code"
					+ " where s.run_id <> :run and n.run_id is null order by what")
			.param("run", run.toString())
			.query(String.class)
			.list();
	}

	/**
	 * What a run serves.
	 * @param run the run
	 * @return datasets and years in order
	 */
	public List<DatasetYear> servedBy(RunId run) {
		return this.jdbc
			.sql("select dataset, business_year from serving_run where run_id = ? order by dataset, business_year")
			.param(run.toString())
			.query(DatasetYear.class)
			.list();
	}

	/**
	 * Which run the views show for each dataset and year.
	 * @return in order
	 */
	public List<ServedYear> all() {
		return this.jdbc.sql(
				"select dataset, business_year, run_id, complete, since from v_serving order by dataset, business_year")
			.query((row, number) -> new ServedYear(row.getString("dataset"), row.getInt("business_year"),
					row.getString("run_id"), row.getBoolean("complete"), UtcColumn.read(row, "since")))
			.list();
	}

	/**
	 * Complete runs that serve nothing and are older than a number of others of each of
	 * their datasets.
	 * @param keep how many such runs to leave per dataset
	 * @return the runs that are more
	 */
	public List<RunId> surplus(int keep) {
		return this.jdbc.sql("""
				select run_id from (
				  select r.run_id, row_number() over (partition by f.dataset order by r.created_at desc) as place
				  from run r join (select distinct run_id, dataset from source_file) f on f.run_id = r.run_id
				  where r.state = 'COMPLETE' and not exists (select 1 from serving_run s where s.run_id = r.run_id)
				) ranked group by run_id having min(place) > ?""")
			.param(keep)
			.query(String.class)
			.list()
			.stream()
			.map(RunId::parse)
			.toList();
	}

}
