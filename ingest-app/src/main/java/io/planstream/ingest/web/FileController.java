package io.planstream.ingest.web;

import java.util.List;
import java.util.SortedSet;

import io.planstream.ingest.source.DataDirectories;
import io.planstream.model.inspect.Glance;
import io.planstream.model.inspect.Inspector;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files that may be ingested.
 */
@RestController
@RequestMapping("/api/files")
@Tag(name = "files")
class FileController {

	private final DataDirectories directories;

	FileController(DataDirectories directories) {
		this.directories = directories;
	}

	@GetMapping
	@Operation(summary = "What lies in the folders whose files may be ingested, by the header of each file")
	List<FoundFile> list(@RequestParam(defaultValue = "500") @Min(1) @Max(5000) int limit) {
		return Inspector.glance(this.directories.all(), limit).stream().map(FoundFile::of).toList();
	}

	/**
	 * A file, or an entry of an archive.
	 *
	 * @param path what to name to ingest it: the file or the archive
	 * @param entry its name in the archive, or null
	 * @param sizeBytes size of the file on disk; of an entry, what its archive states
	 * that it unpacks to
	 * @param dataset what it is, or null when it cannot be ingested
	 * @param years the plan years that its header names; most headers name none
	 * @param problem why it cannot be ingested, or null
	 */
	record FoundFile(String path, String entry, long sizeBytes, String dataset, SortedSet<Integer> years,
			String problem) {

		static FoundFile of(Glance glance) {
			return new FoundFile(glance.place().path().toString(), glance.place().entry(), glance.sizeBytes(),
					(glance.dataset() != null) ? glance.dataset().id() : null, glance.years(), glance.problem());
		}

	}

}
