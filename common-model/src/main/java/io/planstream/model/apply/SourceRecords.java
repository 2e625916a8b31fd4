package io.planstream.model.apply;

/**
 * Records of one partition as they were read, in the order of their offsets: a view of
 * what the engine's client holds, so that nothing is copied. For one thread.
 */
public interface SourceRecords {

	/**
	 * How many there are.
	 * @return the count
	 */
	int size();

	/**
	 * Offset of a record.
	 * @param index 0 to {@link #size()} - 1
	 * @return its offset
	 */
	long offset(int index);

	/**
	 * When a record was published.
	 * @param index 0 to {@link #size()} - 1
	 * @return milliseconds as Kafka has them; none if negative
	 */
	long timestamp(int index);

	/**
	 * The message of a record.
	 * @param index 0 to {@link #size()} - 1
	 * @return its bytes, or null if it has none
	 */
	byte[] value(int index);

	/**
	 * Some of them.
	 * @param begin index of the first
	 * @param end index after the last
	 * @return a view
	 */
	SourceRecords range(int begin, int end);

	/**
	 * Those from an offset on.
	 * @param position the offset
	 * @return a view
	 */
	default SourceRecords since(long position) {
		int first = 0;
		while (first < size() && offset(first) < position) {
			first++;
		}
		return (first == 0) ? this : range(first, size());
	}

}
