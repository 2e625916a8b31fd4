package io.planstream.ingest.attempt;

import io.planstream.ingest.publish.Block;
import io.planstream.ingest.publish.BlockSender;
import io.planstream.ingest.slice.Slice;
import io.planstream.ingest.slice.SliceStore;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/**
 * Reads one slice of an attempt, the one its execution context names: a chunk-oriented
 * step whose items are blocks, one per chunk. Thread-safe; all slices of a dataset run
 * through the same object.
 */
final class SliceStep implements Step {

	static final String SLICE = "slice";

	private final Attempt attempt;

	private final JobRepository repository;

	private final BlockSender sender;

	private final SliceStore slices;

	private final int blockBytes;

	SliceStep(Attempt attempt, JobRepository repository, BlockSender sender, SliceStore slices, int blockBytes) {
		this.attempt = attempt;
		this.repository = repository;
		this.sender = sender;
		this.slices = slices;
		this.blockBytes = blockBytes;
	}

	@Override
	public String getName() {
		return SLICE;
	}

	@Override
	public void execute(StepExecution execution) throws JobInterruptedException {
		Slice slice = this.attempt.slice(execution.getExecutionContext().getInt(SLICE));
		step(slice).execute(execution);
		if (!execution.getFailureExceptions().isEmpty()) {
			this.attempt.end(Ending.of(execution.getFailureExceptions().get(0)));
		}
	}

	/**
	 * The chunk's transaction has no resource: a slice moves in a transaction of its own,
	 * and none is held open while Kafka is waited for.
	 */
	private Step step(Slice slice) {
		return new StepBuilder(SLICE, this.repository).<Block, Block>chunk(1)
			.transactionManager(new ResourcelessTransactionManager())
			.reader(new SliceReader(this.attempt, slice, this.blockBytes))
			.writer(new BlockWriter(this.attempt, slice, this.sender, this.slices))
			.build();
	}

}
