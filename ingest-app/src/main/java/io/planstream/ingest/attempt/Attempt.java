package io.planstream.ingest.attempt;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.planstream.ingest.outage.Halt;
import io.planstream.ingest.publish.Pacer;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.slice.Slice;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.plan.PlanIndex;

/**
 * One try at the unfinished slices of a run: what its workers share. Thread-safe.
 */
final class Attempt {

	private final Run run;

	private final long epoch;

	private final Halt halt;

	private final List<Slice> slices;

	private final Map<Integer, FileToRead> files;

	private final PlanIndex plans;

	private final Tally tally;

	private final Pacer pacer;

	private final AtomicReference<Ending> ending = new AtomicReference<>();

	Attempt(Run run, long epoch, Halt halt, List<Slice> slices, Map<Integer, FileToRead> files, PlanIndex plans) {
		this.run = run;
		this.epoch = epoch;
		this.halt = halt;
		this.slices = slices;
		this.files = files;
		this.plans = plans;
		this.tally = new Tally(slices);
		this.pacer = new Pacer(run.rowsPerSecond());
	}

	/** Ends the attempt; of several reasons the first counts. */
	void end(Ending reason) {
		this.ending.compareAndSet(null, reason);
		this.halt.request();
	}

	/** Why it ends early, or null. */
	Ending ending() {
		return this.ending.get();
	}

	Run run() {
		return this.run;
	}

	RunId id() {
		return this.run.id();
	}

	int number() {
		return this.run.attempt();
	}

	long epoch() {
		return this.epoch;
	}

	Halt halt() {
		return this.halt;
	}

	List<Slice> unfinished(Dataset dataset) {
		return this.slices.stream().filter((slice) -> slice.dataset() == dataset && !slice.progress().ended()).toList();
	}

	Slice slice(int number) {
		return this.slices.get(number);
	}

	FileToRead file(Slice slice) {
		return this.files.get(slice.fileNo());
	}

	PlanIndex plans() {
		return this.plans;
	}

	Tally tally() {
		return this.tally;
	}

	Pacer pacer() {
		return this.pacer;
	}

	@Override
	public String toString() {
		return "run " + this.run.id() + ", attempt " + number();
	}

}
