package io.planstream.ingest.attempt;

import java.io.IOException;

import io.planstream.ingest.publish.Block;
import io.planstream.ingest.publish.BlockEncoder;
import io.planstream.ingest.slice.Slice;
import io.planstream.ingest.slice.SliceProgress;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.inspect.SliceRange;
import io.planstream.model.record.Provenance;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads a slice from where it was left, a block of records at a time, and ends with the
 * block that ends the slice. Where it was left is known from the slice alone: nothing is
 * kept in Batch's execution context. For one thread.
 */
final class SliceReader implements ItemStreamReader<Block> {

	private final Attempt attempt;

	private final Slice slice;

	private final FileToRead file;

	private final int blockBytes;

	private final BlockEncoder encoder;

	private final RecordBlock block = new RecordBlock();

	private SliceProgress progress;

	private RecordReader records;

	SliceReader(Attempt attempt, Slice slice, int fullSpeedBlockBytes) {
		this.attempt = attempt;
		this.slice = slice;
		this.file = attempt.file(slice);
		this.progress = slice.progress();
		this.blockBytes = attempt.pacer().blockBytes(fullSpeedBlockBytes, bytesPerRow(slice.progress()));
		this.encoder = new BlockEncoder(new Provenance(attempt.id(), slice.number(), slice.fileNo()),
				attempt.run().partitions(), this.file.layout(), attempt.plans());
	}

	/** A guess is enough: it only decides how many rows a paced block holds. */
	private long bytesPerRow(SliceProgress read) {
		long bytes = read.position() - this.slice.range().startByte();
		return (read.rowsRead() > 0) ? Math.max(1, bytes / read.rowsRead()) : 100;
	}

	@Override
	public void open(ExecutionContext context) {
		// opened with the first block: the context holds nothing of use
	}

	@Override
	public Block read() {
		if (this.progress.ended() || this.attempt.halt().requested()) {
			return null;
		}
		try {
			return pass(next());
		}
		catch (IOException ex) {
			this.attempt.end(Ending.of(new RunFailedException(this.file.place() + " cannot be read: " + ex.getMessage()
					+ ". Put the file back as it was and resume the run.")));
		}
		catch (RunFailedException ex) {
			this.attempt.end(Ending.of(ex));
		}
		return null;
	}

	private Block pass(Block next) {
		this.attempt.pacer().await(next.rowsRead(), this.attempt.halt());
		this.attempt.tally().read(this.slice.dataset(), next.rowsRead());
		this.progress = next.to();
		return next;
	}

	private Block next() throws IOException {
		if (this.records == null) {
			long position = this.progress.position();
			this.records = new RecordReader(this.file.place().open(position), position, this.slice.range().endByte(),
					this.progress.line());
		}
		if (this.records.read(this.block, this.blockBytes)) {
			return this.encoder.encode(this.block, this.progress);
		}
		refuseChanged();
		return this.encoder.encodeEnd(this.progress);
	}

	/** A reader that began at the slice's start has the checksum already. */
	private void refuseChanged() throws IOException {
		SliceRange range = this.slice.range();
		boolean whole = this.slice.progress().position() == range.startByte();
		String checksum = whole ? SliceChecksum.text(this.records.checksum())
				: SliceChecksum.of(this.file.place(), range);
		if (this.progress.position() != range.endByte() || !checksum.equals(range.checksum())) {
			throw new RunFailedException(this.file.place() + " changed while it was read (bytes " + range.startByte()
					+ " to " + range.endByte() + "). Put the former content back and resume the run, or delete the run"
					+ " and ingest the file as it is now.");
		}
	}

	@Override
	public void close() throws ItemStreamException {
		try {
			if (this.records != null) {
				this.records.close();
			}
		}
		catch (IOException ex) {
			throw new ItemStreamException("Cannot close " + this.file.place(), ex);
		}
	}

}
