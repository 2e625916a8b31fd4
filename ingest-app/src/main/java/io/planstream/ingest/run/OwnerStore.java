package io.planstream.ingest.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.planstream.model.RunId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code run_owner}: which instance works on a run, for how long it may, and the
 * epoch by which the database tells it from its predecessors. Time is the database's.
 * Thread-safe; takes part in the caller's transaction.
 */
@Repository
public class OwnerStore {

	/** How long a lease holds without being renewed. */
	public static final Duration LEASE = Duration.ofSeconds(6);

	private static final String LEASE_END = "utc_timestamp(6) + interval " + LEASE.toSeconds() + " second";

	/**
	 * One that ends later than any could was given before the server's clock was set
	 * back, and nobody has renewed it since.
	 */
	private static final String NOT_HELD = "(lease_until < utc_timestamp(6) or lease_until > utc_timestamp(6) + interval "
			+ 2 * LEASE.toSeconds() + " second)";

	private final JdbcClient jdbc;

	private final String instance = UUID.randomUUID().toString();

	OwnerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes this instance the first owner of a new run.
	 * @param id the run
	 */
	public void insert(RunId id) {
		this.jdbc.sql("insert into run_owner (run_id, owner, epoch, lease_until) values (?, ?, 0, " + LEASE_END + ")")
			.params(id.toString(), this.instance)
			.update();
	}

	/**
	 * Makes this instance the owner under a new epoch: whoever owned the run before,
	 * threads of this instance included, can change nothing any more. Refused while
	 * another instance holds a lease.
	 * @param id the run
	 * @return the new epoch, or empty if another instance owns the run
	 */
	public Optional<Long> take(RunId id) {
		return raise(id, "and (owner = :instance or " + NOT_HELD + ")");
	}

	/**
	 * Like {@link #take}, whoever holds a lease: for what a person asks.
	 * @param id the run
	 * @return the new epoch
	 */
	public long seize(RunId id) {
		return raise(id, "").orElseThrow(() -> new IllegalStateException("Run " + id + " has no owner row"));
	}

	private Optional<Long> raise(RunId id, String condition) {
		int updated = this.jdbc
			.sql("update run_owner set owner = :instance, epoch = epoch + 1, lease_until = " + LEASE_END
					+ " where run_id = :id " + condition)
			.param("instance", this.instance)
			.param("id", id.toString())
			.update();
		return (updated > 0) ? this.jdbc.sql("select epoch from run_owner where run_id = ?")
			.param(id.toString())
			.query(Long.class)
			.optional() : Optional.empty();
	}

	/**
	 * Extends the lease.
	 * @param id the run
	 * @param epoch the epoch under which this instance owns it
	 * @return false if it does not any more
	 */
	public boolean renew(RunId id, long epoch) {
		return setLease(id, epoch, LEASE_END);
	}

	/**
	 * Ends the lease, so that the next start takes the run over at once.
	 * @param id the run
	 * @param epoch the epoch under which this instance owns it
	 */
	public void release(RunId id, long epoch) {
		setLease(id, epoch, "utc_timestamp(6) - interval 1 second");
	}

	private boolean setLease(RunId id, long epoch, String until) {
		return this.jdbc
			.sql("update run_owner set lease_until = " + until + " where run_id = ? and owner = ? and epoch = ?")
			.params(id.toString(), this.instance, epoch)
			.update() > 0;
	}

	/**
	 * Running runs whose lease has expired.
	 * @return their identities
	 */
	public List<RunId> abandoned() {
		return this.jdbc.sql("""
				select r.run_id from run r join run_owner o on o.run_id = r.run_id
				where r.state = 'RUNNING' and\s""" + NOT_HELD + " order by r.created_at")
			.query(String.class)
			.list()
			.stream()
			.map(RunId::parse)
			.toList();
	}

}
