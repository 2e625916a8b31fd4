package io.planstream.consumer.apply;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.planstream.consumer.position.ConsumerPosition;
import io.planstream.consumer.position.ConsumerPositionRepository;
import io.planstream.consumer.position.PartitionId;
import io.planstream.consumer.run.RunRepository;
import io.planstream.model.aggregate.Change;
import io.planstream.model.apply.ApplyTables;
import io.planstream.model.apply.LockedRun;
import io.planstream.model.apply.Watermark;
import io.planstream.model.position.StoredPosition;

/**
 * The tables by their repositories, in the transaction around. For one transaction.
 */
final class JpaTables implements ApplyTables {

	private final ConsumerPositionRepository positions;

	private final RunRepository runs;

	private final SourceWatermarkRepository watermarks;

	private final Map<PartitionId, ConsumerPosition> locked = new HashMap<>();

	JpaTables(ConsumerPositionRepository positions, RunRepository runs, SourceWatermarkRepository watermarks) {
		this.positions = positions;
		this.runs = runs;
		this.watermarks = watermarks;
	}

	@Override
	public Optional<StoredPosition> lockPosition(String topic, int partition) {
		return this.positions.lock(topic, partition).map((position) -> {
			this.locked.put(position.id(), position);
			return position.stored();
		});
	}

	@Override
	public void movePosition(String topic, int partition, long nextOffset) {
		this.locked.get(new PartitionId(topic, partition)).moveTo(nextOffset);
	}

	@Override
	public Optional<LockedRun> lockRun(String runId) {
		return this.runs.lockShared(runId).map((run) -> new LockedRun(run.getState(), run.getContractVersion()));
	}

	@Override
	public Optional<String> runUnderLaterContract(int contractVersion) {
		return this.runs.runningUnderLaterContract(contractVersion);
	}

	@Override
	public List<Watermark> watermarks(String runId, String topic, Collection<Integer> slices,
			Collection<Integer> partitions) {
		return this.watermarks.find(runId, topic, slices, partitions)
			.stream()
			.map(SourceWatermark::toWatermark)
			.toList();
	}

	@Override
	public void execute(Change change) {
		this.watermarks.execute(change);
	}

}
