package io.planstream.ingest.web;

import java.util.List;
import java.util.Optional;

import io.planstream.ingest.control.RunCreation;
import io.planstream.ingest.control.RunRequest;
import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.run.Run;
import io.planstream.model.inspect.Inspection;
import io.planstream.model.inspect.InspectionException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says what ingesting would do, and does nothing.
 */
@RestController
@RequestMapping("/api/inspections")
@Tag(name = "inspections")
class InspectionController {

	private final RunCreation creation;

	InspectionController(RunCreation creation) {
		this.creation = creation;
	}

	@PostMapping
	@Operation(summary = "Find out what files are, without ingesting them")
	InspectionView inspect(@Valid @RequestBody RunRequest request) {
		try {
			Inspection inspection = this.creation.inspect(request);
			Optional<Run> run = this.creation.alreadyIngested(inspection);
			return new InspectionView(inspection.files().stream().map(FileView::of).toList(), inspection.ignored(),
					run.map((known) -> known.id().toString()).orElse(null), List.of());
		}
		catch (InspectionException ex) {
			return refused(ex.code().name(), ex.getMessage(), ex.action());
		}
		catch (RefusedException ex) {
			return refused(ex.code().name(), ex.getMessage(), ex.action());
		}
	}

	private static InspectionView refused(String code, String detail, String action) {
		return new InspectionView(List.of(), List.of(), null, List.of(new Problem(code, detail, action)));
	}

	/**
	 * What was found.
	 *
	 * @param files source files
	 * @param ignored what was passed over, with the reason
	 * @param alreadyIngestedRunId the complete run of this content, or null
	 * @param problems why the files cannot be ingested
	 */
	record InspectionView(List<FileView> files, List<String> ignored, String alreadyIngestedRunId,
			List<Problem> problems) {
	}

	/**
	 * Why files cannot be ingested.
	 *
	 * @param code kind of problem
	 * @param detail what was found
	 * @param action what to do
	 */
	record Problem(String code, String detail, String action) {
	}

}
