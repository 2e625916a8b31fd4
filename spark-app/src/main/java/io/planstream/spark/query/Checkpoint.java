package io.planstream.spark.query;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder where Spark keeps what it planned. The truth about what is applied is the
 * positions in the database, so it may be lost, old or removed at any time.
 *
 * @param location a folder that driver and executors reach, on any file system of Hadoop
 * @param configuration how to reach it
 */
record Checkpoint(String location, Configuration configuration) {

	/** Removes it, so that the next query begins at the stored positions. */
	void remove() {
		Path folder = new Path(this.location);
		Path aside = folder.suffix(".removed");
		try {
			FileSystem files = folder.getFileSystem(this.configuration);
			files.delete(aside, true);
			// half a checkpoint is worse than none
			if (files.exists(folder) && files.rename(folder, aside)) {
				files.delete(aside, true);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The checkpoint " + this.location + " cannot be removed", ex);
		}
	}

}
