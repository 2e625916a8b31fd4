package io.planstream.ingest.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code planstream}.
 *
 * @param partitions partitions of a topic when it is made; a run keeps the count it was
 * begun with
 * @param replication replicas of a topic when it is made
 * @param keepRuns older complete runs per dataset that are kept after another one took
 * over
 * @param repairAfter how long a run may stand still, everything published and nothing
 * left to apply, before its incomplete slices are sent again
 * @param startWait how long to wait for database and broker at the start
 * @param keepApplied how long applied records stay in the topics after the last run has
 * ended; a negative duration keeps them for good
 * @param data where source files may lie
 * @param ingest how they are read
 */
@Validated
@ConfigurationProperties("planstream")
public record Settings(@DefaultValue("6") @Min(1) @Max(200) int partitions,
		@DefaultValue("1") @Min(1) short replication, @DefaultValue("3") @Min(0) int keepRuns,
		@DefaultValue("30s") Duration repairAfter, @DefaultValue("60s") Duration startWait,
		@DefaultValue("24h") Duration keepApplied, @DefaultValue @Valid Data data, @DefaultValue @Valid Ingest ingest) {

	/**
	 * Where source files may lie.
	 *
	 * @param directories folders whose files may be ingested
	 * @param directoriesFile text file with one more folder per line, read at each
	 * request; may be missing
	 * @param uploads folder for uploaded files; unless set, {@code uploads} in the first
	 * of the folders
	 * @param maxUpload the largest file that may be uploaded
	 * @param keptFree disk space that uploads leave free
	 */
	public record Data(@DefaultValue List<Path> directories, Path directoriesFile, Path uploads,
			@DefaultValue("64GB") DataSize maxUpload, @DefaultValue("1GB") DataSize keptFree) {
	}

	/**
	 * How source files are read.
	 *
	 * @param workers threads per run; 0 takes one more than there are cores, five at the
	 * most: one of them mostly waits for an acknowledgement
	 * @param concurrentRuns runs that are read at the same time; further ones wait
	 * @param blockSize bytes of a file that are read, published and committed together,
	 * at the most
	 */
	public record Ingest(@DefaultValue("0") @Min(0) @Max(64) int workers, @DefaultValue("3") @Min(1) int concurrentRuns,
			@DefaultValue("4MB") DataSize blockSize) {

		/**
		 * Threads per run.
		 * @return the number to use
		 */
		public int workerThreads() {
			return (this.workers > 0) ? this.workers : Math.min(Runtime.getRuntime().availableProcessors() + 1, 5);
		}

		/**
		 * Bytes of a block. More workers take smaller ones, so that the memory of a run
		 * does not grow with them.
		 * @return the number to use
		 */
		public int blockBytes() {
			return Math.toIntExact(this.blockSize.toBytes() * 2 / Math.max(2, workerThreads()));
		}

	}

}
