package io.planstream.ingest.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import io.planstream.ingest.source.DataDirectories;
import io.planstream.ingest.upload.Uploads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Files that may be ingested.
 */
@RestController
@RequestMapping("/api/files")
@Tag(name = "files")
class FileController {

	private static final int LONGEST_PATH = 4096;

	private final DataDirectories directories;

	private final Uploads uploads;

	private final FoundFiles found;

	FileController(DataDirectories directories, Uploads uploads, FoundFiles found) {
		this.directories = directories;
		this.uploads = uploads;
		this.found = found;
	}

	@GetMapping
	@Operation(summary = "What lies in the folders whose files may be ingested, by the header of each file")
	FilePage list(@RequestParam(defaultValue = "0") @Min(0) int page,
			@RequestParam(defaultValue = "100") @Min(1) @Max(500) int size) {
		return this.found.page(this.directories.all(), page, size);
	}

	@GetMapping(params = "path")
	@Operation(summary = "One of the files")
	FilePage one(@RequestParam @NotBlank @Size(max = LONGEST_PATH) String path) {
		Path file = this.directories.resolve(List.of(path)).get(0);
		return new FilePage(List.of(this.found.of(file)), 1);
	}

	@PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	@Operation(summary = "Upload a file", description = "The body is the file's bytes as they are. It gets its name "
			+ "when all of it has arrived; what is interrupted leaves nothing.")
	ResponseEntity<FoundFile> upload(@RequestParam @NotBlank @Size(max = LONGEST_PATH) String name,
			HttpServletRequest request) throws IOException {
		Path file = this.uploads.receive(name, request.getContentLengthLong(), request.getInputStream());
		URI location = UriComponentsBuilder.fromPath("/api/files")
			.queryParam("path", "{path}")
			.encode()
			.buildAndExpand(file)
			.toUri();
		return ResponseEntity.created(location).body(this.found.of(file));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete an uploaded file that no unfinished run reads")
	void delete(@RequestParam @NotBlank @Size(max = LONGEST_PATH) String path) throws IOException {
		this.uploads.delete(path);
	}

	/**
	 * A page of files.
	 *
	 * @param files the files
	 * @param total how many there are on all pages
	 */
	record FilePage(List<FoundFile> files, long total) {
	}

}
