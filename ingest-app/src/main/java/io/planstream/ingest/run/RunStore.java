package io.planstream.ingest.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.time.UtcColumn;
import io.planstream.model.RunId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code run}. Thread-safe; takes part in the caller's transaction.
 */
@Repository
public class RunStore {

	private static final int LONGEST_MESSAGE = 4000;

	private final JdbcClient jdbc;

	RunStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Stores a new run.
	 * @param run the run
	 */
	public void insert(Run run) {
		this.jdbc.sql("""
				insert into run (run_id, content_hash, ordinal, contract_version, partitions, state, message, attempt,
				  rows_per_second, reject_share, reject_count, created_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(run.id().toString(), run.contentHash(), run.ordinal(), run.contractVersion(), run.partitions(),
					run.state().name(), run.message(), run.attempt(), run.rowsPerSecond(), run.limit().share(),
					run.limit().count(), UtcColumn.of(run.createdAt()))
			.update();
	}

	/**
	 * When a run begins, so that it is the newest also if the clock was set back since
	 * another began: which run serves depends on it.
	 * @param asked when somebody asked for the run
	 * @param now what the clock says
	 * @return that moment, or one after the begin of every run if one begins later than
	 * now
	 */
	public Instant begin(Instant asked, Instant now) {
		return this.jdbc.sql("select max(created_at) as newest from run")
			.query((row, number) -> Optional.ofNullable(UtcColumn.read(row, "newest")))
			.single()
			.filter((newest) -> newest.isAfter(now))
			.map((newest) -> newest.plus(1, ChronoUnit.MICROS))
			.orElse(asked);
	}

	/**
	 * A run that must exist.
	 * @param id its identity
	 * @return the run, tombstones excepted
	 * @throws RefusedException if there is none
	 */
	public Run get(RunId id) {
		return find(id).filter((run) -> run.state() != RunState.DELETED)
			.orElseThrow(() -> new RefusedException(RefusedException.Code.NO_SUCH_RUN, "There is no run " + id,
					"List the runs there are."));
	}

	/**
	 * A run, tombstones included.
	 * @param id its identity
	 * @return the run, or empty
	 */
	public Optional<Run> find(RunId id) {
		return this.jdbc.sql("select * from run where run_id = ?").param(id.toString()).query(RunStore::map).optional();
	}

	/**
	 * All runs of a content, tombstones included.
	 * @param contentHash hash of the content
	 * @return the runs, latest first
	 */
	public List<Run> ofContent(String contentHash) {
		return this.jdbc.sql("select * from run where content_hash = ? order by ordinal desc")
			.param(contentHash)
			.query(RunStore::map)
			.list();
	}

	/**
	 * A page of the runs, newest first, without tombstones.
	 * @param page 0, 1, ...
	 * @param size runs per page
	 * @return the runs
	 */
	public List<Run> page(int page, int size) {
		return this.jdbc
			.sql("select * from run where state <> 'DELETED' order by created_at desc, run_id limit ? offset ?")
			.params(size, (long) page * size)
			.query(RunStore::map)
			.list();
	}

	/**
	 * When the last run ended.
	 * @return the moment; empty when there is none, or one is running
	 */
	public Optional<Instant> allEndedAt() {
		return this.jdbc.sql("""
				select max(finished_at) as ended from run
				having sum(state = 'RUNNING') = 0 and ended is not null""")
			.query((row, number) -> UtcColumn.read(row, "ended"))
			.optional();
	}

	/**
	 * How many runs there are, without tombstones.
	 * @return the count
	 */
	public long count() {
		return this.jdbc.sql("select count(*) from run where state <> 'DELETED'").query(Long.class).single();
	}

	/**
	 * Moves a run from one state to another.
	 * @param id its identity
	 * @param from states in which it may be
	 * @param to the new state
	 * @param message why, or null
	 * @param finishedAt when it ended, or null
	 * @return false if it is in none of the states
	 */
	public boolean move(RunId id, Collection<RunState> from, RunState to, String message, Instant finishedAt) {
		return this.jdbc.sql("""
				update run set state = :to, message = :message, finished_at = :finishedAt
				where run_id = :id and state in (:from)""")
			.param("to", to.name())
			.param("message", cut(message))
			.param("finishedAt", UtcColumn.of(finishedAt))
			.param("id", id.toString())
			.param("from", from.stream().map(Enum::name).toList())
			.update() > 0;
	}

	/**
	 * Says something about a run without moving it.
	 * @param id its identity
	 * @param message what, or null
	 */
	public void remark(RunId id, String message) {
		this.jdbc.sql("update run set message = ? where run_id = ?").params(cut(message), id.toString()).update();
	}

	/**
	 * Counts a new attempt.
	 * @param id a running run
	 * @return the number of the attempt, or empty if the run is not running
	 */
	public Optional<Integer> nextAttempt(RunId id) {
		int updated = this.jdbc.sql("update run set attempt = attempt + 1 where run_id = ? and state = 'RUNNING'")
			.param(id.toString())
			.update();
		return (updated > 0) ? find(id).map(Run::attempt) : Optional.empty();
	}

	/**
	 * Changes how many rejected rows a run bears.
	 * @param id its identity
	 * @param limit the new limit
	 */
	public void limit(RunId id, RejectLimit limit) {
		this.jdbc.sql("update run set reject_share = ?, reject_count = ? where run_id = ?")
			.params(limit.share(), limit.count(), id.toString())
			.update();
	}

	private static String cut(String message) {
		return (message != null && message.length() > LONGEST_MESSAGE) ? message.substring(0, LONGEST_MESSAGE)
				: message;
	}

	private static Run map(ResultSet row, int number) throws SQLException {
		return new Run(RunId.parse(row.getString("run_id")), row.getString("content_hash"), row.getInt("ordinal"),
				row.getInt("contract_version"), row.getInt("partitions"), RunState.valueOf(row.getString("state")),
				row.getString("message"), row.getInt("attempt"), row.getObject("rows_per_second", Integer.class),
				new RejectLimit(row.getDouble("reject_share"), row.getLong("reject_count")),
				UtcColumn.read(row, "created_at"), UtcColumn.read(row, "finished_at"));
	}

}
