package io.planstream.ingest.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import io.planstream.ingest.control.RunControl;
import io.planstream.ingest.control.RunControl.LimitChange;
import io.planstream.ingest.control.RunCreation;
import io.planstream.ingest.control.RunRemoval;
import io.planstream.ingest.control.RunRequest;
import io.planstream.ingest.progress.RejectCount;
import io.planstream.ingest.progress.RejectFilter;
import io.planstream.ingest.progress.RejectStore;
import io.planstream.ingest.progress.RejectedRow;
import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunStore;
import io.planstream.model.RunId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Runs.
 */
@RestController
@RequestMapping("/api/runs")
@Tag(name = "runs")
class RunController {

	private final RunCreation creation;

	private final RunControl control;

	private final RunRemoval removal;

	private final RunStore runs;

	private final RejectStore rejects;

	private final RejectsCsv rejectsCsv;

	private final RunViews views;

	private final RunEvents events;

	RunController(RunCreation creation, RunControl control, RunRemoval removal, RunStore runs, RejectStore rejects,
			RejectsCsv rejectsCsv, RunViews views, RunEvents events) {
		this.creation = creation;
		this.control = control;
		this.removal = removal;
		this.runs = runs;
		this.rejects = rejects;
		this.rejectsCsv = rejectsCsv;
		this.views = views;
		this.events = events;
	}

	@PostMapping
	@Operation(summary = "Begin a run, or resume or find the run of the same content")
	ResponseEntity<RunView> create(@Valid @RequestBody RunRequest request) {
		RunCreation.Created created = this.creation.create(request);
		RunView view = this.views.full(created.run(), created.alreadyIngested());
		return created.alreadyIngested() ? ResponseEntity.ok(view)
				: ResponseEntity.accepted().location(URI.create("/api/runs/" + view.runId())).body(view);
	}

	@GetMapping
	@Operation(summary = "List runs, newest first, without their reconciliation")
	RunPage list(@RequestParam(defaultValue = "0") @Min(0) int page,
			@RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
		return new RunPage(this.runs.page(page, size).stream().map(this.views::brief).toList(), this.runs.count());
	}

	@GetMapping("/{id}")
	@Operation(summary = "How far a run is")
	RunView get(@PathVariable String id) {
		return this.views.full(this.runs.get(parsed(id)), false);
	}

	@PostMapping("/{id}/stop")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Stop a run; it can be resumed")
	RunView stop(@PathVariable String id) {
		return view(this.control.stop(parsed(id)));
	}

	@PostMapping("/{id}/resume")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Go on with a stopped or failed run")
	RunView resume(@PathVariable String id, @Valid @RequestBody(required = false) Limits limits) {
		return view(this.control.resume(parsed(id), Limits.change(limits)));
	}

	@PostMapping("/{id}/repair")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Send everything that is not applied completely once more")
	RunView repair(@PathVariable String id, @Valid @RequestBody(required = false) Limits limits) {
		return view(this.control.repair(parsed(id), Limits.change(limits)));
	}

	@PostMapping("/{id}/serve")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Let the views show a complete run")
	RunView serve(@PathVariable String id) {
		return view(this.control.serve(parsed(id)));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a run that neither runs nor serves")
	void delete(@PathVariable String id) {
		this.removal.delete(parsed(id));
	}

	@GetMapping(path = "/{id}/rejects", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Rows of a run that could not be read or break the contract")
	RejectPage rejects(@PathVariable String id, @RequestParam(defaultValue = "0") @Min(0) int page,
			@RequestParam(defaultValue = "50") @Min(1) @Max(1000) int size,
			@RequestParam(required = false) String dataset, @RequestParam(required = false) String reason) {
		RunId run = this.runs.get(parsed(id)).id();
		RejectFilter filter = new RejectFilter(dataset, reason);
		List<RejectCount> counts = this.rejects.counts(run);
		return new RejectPage(this.rejects.page(run, filter, page, size),
				counts.stream().filter(filter::takes).mapToLong(RejectCount::rows).sum(), counts);
	}

	@GetMapping(path = "/{id}/rejects", params = "format=csv")
	@Operation(summary = "All of them as a CSV file")
	void rejectsAsCsv(@PathVariable String id, HttpServletResponse response) throws IOException {
		RunId run = this.runs.get(parsed(id)).id();
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejects-" + run + ".csv\"");
		this.rejectsCsv.write(run, response.getOutputStream());
	}

	@GetMapping(path = "/{id}/rejects", produces = "text/csv")
	@Operation(hidden = true)
	void rejectsOfTypeCsv(@PathVariable String id, HttpServletResponse response) throws IOException {
		rejectsAsCsv(id, response);
	}

	@GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(summary = "Events progress, one a second, and finished at the end, each with the run")
	SseEmitter events(@PathVariable String id) {
		return this.events.listen(this.runs.get(parsed(id)));
	}

	private RunView view(Run run) {
		return this.views.full(run, false);
	}

	static RunId parsed(String id) {
		try {
			return RunId.parse(id);
		}
		catch (IllegalArgumentException ex) {
			throw new RefusedException(RefusedException.Code.NO_SUCH_RUN, ex.getMessage(), "List the runs there are.");
		}
	}

	/**
	 * A page of runs.
	 *
	 * @param runs the runs
	 * @param total how many there are on all pages
	 */
	record RunPage(List<RunView> runs, long total) {
	}

	/**
	 * A page of rejected rows.
	 *
	 * @param rejects the rows
	 * @param total how many there are on all pages
	 * @param counts how many there are of each dataset and reason, whatever the filter
	 */
	record RejectPage(List<RejectedRow> rejects, long total, List<RejectCount> counts) {
	}

	/**
	 * New limits for rejected rows.
	 *
	 * @param rejectShare a share, or null to leave it
	 * @param rejectCount a count, or null to leave it
	 */
	record Limits(@DecimalMin("0") @DecimalMax("1") Double rejectShare, @Min(0) Long rejectCount) {

		static LimitChange change(Limits limits) {
			return (limits != null) ? new LimitChange(limits.rejectShare(), limits.rejectCount()) : LimitChange.NONE;
		}

	}

}
