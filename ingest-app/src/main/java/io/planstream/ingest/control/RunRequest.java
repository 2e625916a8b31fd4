package io.planstream.ingest.control;

import java.util.List;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/**
 * What a person wants ingested.
 *
 * @param paths files, folders and archives; what is not absolute is looked for in the
 * data folders
 * @param rowsPerSecond pacing, or null for full speed
 * @param force whether content that is ingested already gets a new run
 * @param merge whether two files of one dataset may hold the same plan year
 * @param rejectShare share of rejected rows that is borne, or null for the usual one
 * @param rejectCount rejected rows that are borne whatever their share, or null for the
 * usual number
 */
public record RunRequest(@NotEmpty @Size(max = 1000) List<@NotBlank @Size(max = 4096) String> paths,
		@Min(1) Integer rowsPerSecond, boolean force, boolean merge,
		@DecimalMin("0") @DecimalMax("1") Double rejectShare, @Min(0) Long rejectCount) {
}
