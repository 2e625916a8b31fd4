package io.planstream.model.csv;

import io.planstream.model.dataset.Layout;

/**
 * Splits the records of a block into the fields a dataset reads. The same {@link Fields}
 * is handed out for every record. For one thread.
 * <p>
 * Records are UTF-8, and punctuation of Windows-1252 among it is read as Latin-1 reads
 * it; a record of other bytes, or with a NUL, gets a flaw.
 */
public final class FieldReader {

	private final Fields fields;

	private final LenientUtf8 utf8 = new LenientUtf8();

	private RecordBlock block;

	private int next;

	/**
	 * A reader of one file's records.
	 * @param layout where the columns stand
	 */
	public FieldReader(Layout layout) {
		this.fields = new Fields(layout);
	}

	/**
	 * Begins with a block; the fields of its records are then taken one after the other.
	 * @param block whole records
	 */
	public void open(RecordBlock block) {
		this.block = block;
		this.next = 0;
		this.fields.forget();
		markIllegibleRecords();
	}

	/**
	 * The fields of the next record.
	 * @return the fields, valid until the next call, or null for a record that has a
	 * {@link RecordBlock#flaw(int) flaw}
	 */
	public Fields next() {
		int record = this.next++;
		if (this.block.flaw(record) != null) {
			return null;
		}
		this.fields.read(this.block.bytes, this.block.start(record), this.block.contentEnd(record));
		return this.fields;
	}

	private void markIllegibleRecords() {
		if (isPlainAscii()) {
			return;
		}
		for (int record = 0; record < this.block.count(); record++) {
			if (this.block.flaw(record) == null) {
				this.block.flaw(record, illegible(record));
			}
		}
	}

	/**
	 * Looks at eight bytes at once: mostly true, and faster than to ask record by record.
	 */
	private boolean isPlainAscii() {
		byte[] bytes = this.block.bytes;
		int end = (this.block.count() == 0) ? 0 : this.block.end(this.block.count() - 1);
		long bits = 0;
		int i = 0;
		for (; i + Long.BYTES <= end; i += Long.BYTES) {
			bits |= EightBytes.illegible(EightBytes.at(bytes, i));
		}
		for (; i < end; i++) {
			bits |= (bytes[i] <= 0) ? 1 : 0;
		}
		return bits == 0;
	}

	private Flaw illegible(int record) {
		byte[] bytes = this.block.bytes;
		int start = this.block.start(record);
		int end = this.block.end(record);
		boolean ascii = true;
		boolean nul = false;
		for (int i = start; i < end; i++) {
			ascii &= bytes[i] >= 0;
			nul |= bytes[i] == 0;
		}
		if (!ascii && !this.utf8.reads(bytes, start, end - start)) {
			return Flaw.NOT_UTF8;
		}
		return nul ? Flaw.NUL_BYTE : null;
	}

}
