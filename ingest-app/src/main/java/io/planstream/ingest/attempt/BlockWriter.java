package io.planstream.ingest.attempt;

import java.util.Locale;
import java.util.Optional;

import io.planstream.ingest.publish.Block;
import io.planstream.ingest.publish.BlockSender;
import io.planstream.ingest.publish.UnpublishableException;
import io.planstream.ingest.outage.DatabaseOutage;
import io.planstream.ingest.run.RejectLimit;
import io.planstream.ingest.slice.Slice;
import io.planstream.ingest.slice.SliceStore;
import io.planstream.model.crash.CrashPoint;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Sends a block, waits until Kafka has acknowledged it, and only then moves the slice. It
 * waits out both servers. For one thread.
 */
final class BlockWriter implements ItemWriter<Block> {

	private final Attempt attempt;

	private final Slice slice;

	private final BlockSender sender;

	private final SliceStore slices;

	BlockWriter(Attempt attempt, Slice slice, BlockSender sender, SliceStore slices) {
		this.attempt = attempt;
		this.slice = slice;
		this.sender = sender;
		this.slices = slices;
	}

	@Override
	public void write(Chunk<? extends Block> blocks) {
		try {
			for (Block block : blocks) {
				if (!this.attempt.halt().requested() && publish(block) && commit(block)) {
					count(block);
				}
			}
		}
		catch (RunFailedException ex) {
			// foreseen, so Batch need not log where it was thrown
			this.attempt.end(Ending.of(ex));
		}
	}

	private boolean publish(Block block) {
		try {
			return this.sender.send(block, this.attempt.halt());
		}
		catch (UnpublishableException ex) {
			throw new RunFailedException(ex.getMessage() + ". Mend the topic's settings and resume the run.");
		}
	}

	/** Whether the slice moved; otherwise the attempt ends. */
	private boolean commit(Block block) {
		CrashPoint.AFTER_ACKNOWLEDGEMENT.reached();
		Optional<Boolean> moved = DatabaseOutage.waitOut(this.attempt.halt(), this.attempt + ", slice " + block.slice(),
				() -> this.slices.advance(this.attempt.id(), block.slice(), this.attempt.epoch(), block.from(),
						block.to()));
		if (moved.isPresent() && !moved.get()) {
			this.attempt.end(new Ending(Ending.Kind.LOST, null));
		}
		CrashPoint.AFTER_SLICE_MOVED.reached();
		return moved.orElse(false);
	}

	private void count(Block block) {
		Tally tally = this.attempt.tally();
		tally.committed(block.rowsRead(), block.rowsRejected(), this.attempt.file(this.slice).fileName(),
				block.samples());
		RejectLimit limit = this.attempt.run().limit();
		if (limit.passed(tally.committedRejected(), tally.committedRead())) {
			throw new RunFailedException(String.format(Locale.ROOT,
					"%d of %d rows are rejected, more than the limits of %d rows and %.4g of the rows read. The first: %s."
							+ " Correct the file and ingest it anew, or resume the run with a higher limit.",
					tally.committedRejected(), tally.committedRead(), limit.count(), limit.share(),
					String.join("; ", tally.samples())));
		}
	}

}
