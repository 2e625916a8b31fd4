package io.planstream.model.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

import io.planstream.model.dataset.Dataset;
import io.planstream.model.dataset.Layout;

/**
 * A source file as it was found.
 *
 * @param fileNo 1, 2, ... in the order they are read in
 * @param layout its dataset and where the columns stand
 * @param place where its bytes are
 * @param sizeBytes size of the file on disk
 * @param modifiedAt when the file on disk was changed last
 * @param contentHash SHA-256 of the uncompressed content, 64 hexadecimal digits
 * @param rows data rows, the header not counted
 * @param years the plan years in it
 * @param slices its slices, in order, without a gap
 */
public record SourceFile(int fileNo, Layout layout, Place place, long sizeBytes, Instant modifiedAt, String contentHash,
		long rows, SortedSet<Integer> years, List<SliceRange> slices) {

	/**
	 * Its dataset.
	 * @return the dataset
	 */
	public Dataset dataset() {
		return this.layout.dataset();
	}

	/**
	 * Its name for people: the last part of the path, or of the archive's entry.
	 * @return for example {@code Rate.csv}
	 */
	public String fileName() {
		return this.place.fileName();
	}

	SourceFile numbered(int number) {
		return new SourceFile(number, this.layout, this.place, this.sizeBytes, this.modifiedAt, this.contentHash,
				this.rows, this.years, this.slices);
	}

	/**
	 * Where the bytes of a source file are.
	 *
	 * @param path the file on disk
	 * @param entry name of the entry in a zip archive, or null
	 */
	public record Place(Path path, String entry) {

		/**
		 * Opens the uncompressed content. A plain file is sought in constant time; a
		 * compressed one is read up to the offset.
		 * @param startByte offset in the uncompressed content
		 * @return a stream from there on, to be closed by the caller
		 * @throws IOException if the file cannot be read
		 */
		public InputStream open(long startByte) throws IOException {
			return ContentStreams.open(this, startByte);
		}

		/**
		 * Its name for people.
		 * @return the last part of the path or entry
		 */
		public String fileName() {
			String name = (this.entry != null) ? this.entry : this.path.getFileName().toString();
			return name.substring(name.lastIndexOf('/') + 1);
		}

		/**
		 * Its place in full, for messages.
		 * @return path, and entry if there is one
		 */
		@Override
		public String toString() {
			return (this.entry != null) ? this.path + "!" + this.entry : this.path.toString();
		}

		boolean compressed() {
			return this.entry != null
					|| this.path.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".gz");
		}

	}

}
