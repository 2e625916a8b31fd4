package io.planstream.ingest.web;

import java.util.Arrays;
import java.util.List;

import io.planstream.ingest.question.Question;
import io.planstream.ingest.question.QuestionStore;
import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.settings.SupersetSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The data set's own questions, as small answers from the views.
 */
@RestController
@RequestMapping("/api/questions")
@Tag(name = "questions")
class QuestionController {

	private static final List<String> COVERAGES = List.of("Medical", "Dental", "Unknown");

	private final QuestionStore questions;

	private final SupersetSettings superset;

	QuestionController(QuestionStore questions, SupersetSettings superset) {
		this.questions = questions;
		this.superset = superset;
	}

	@GetMapping
	@Operation(summary = "The questions, the values to filter by, and where Superset says more")
	Questions list() {
		return new Questions(Arrays.stream(Question.values()).map(this::asked).toList(), this.questions.years(),
				COVERAGES);
	}

	private Asked asked(Question question) {
		return new Asked(question.id(),
				this.superset.dashboard(question.dashboard()).map(Object::toString).orElse(null));
	}

	@GetMapping("/{question}")
	@Operation(summary = "What the serving runs answer now, two seconds old at the most")
	Answer answer(@PathVariable String question, @RequestParam(required = false) @Min(2000) @Max(2100) Integer year,
			@RequestParam(required = false) @Pattern(regexp = "Medical|Dental|Unknown") String coverage) {
		Question known = Question.byId(question)
			.orElseThrow(() -> new RefusedException(RefusedException.Code.INVALID_REQUEST,
					"There is no question " + question, "GET /api/questions lists them."));
		return new Answer(known.id(), year, coverage, this.questions.answer(known, year, coverage));
	}

	/**
	 * What can be asked.
	 *
	 * @param questions the questions
	 * @param years plan years that serve, latest first
	 * @param coverages coverages
	 */
	record Questions(List<Asked> questions, List<Integer> years, List<String> coverages) {
	}

	/**
	 * A question.
	 *
	 * @param id its name in addresses
	 * @param dashboard address of the Superset dashboard, or null
	 */
	record Asked(String id, String dashboard) {
	}

	/**
	 * An answer.
	 *
	 * @param question name of the question
	 * @param year the plan year, or null for all
	 * @param coverage the coverage, or null for all
	 * @param rows what the views say
	 */
	record Answer(String question, Integer year, String coverage, List<?> rows) {
	}

}
