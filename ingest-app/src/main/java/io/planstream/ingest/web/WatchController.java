package io.planstream.ingest.web;

import java.time.Instant;
import java.util.List;

import io.planstream.ingest.progress.FlowSecond;
import io.planstream.ingest.progress.FlowStore;
import io.planstream.ingest.progress.SliceStateStore;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunStore;
import io.planstream.ingest.serving.ServedYear;
import io.planstream.ingest.serving.ServingStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What one watches besides the run itself.
 */
@RestController
@RequestMapping("/api")
@Tag(name = "watch")
class WatchController {

	private final RunStore runs;

	private final SliceStateStore slices;

	private final FlowStore flow;

	private final ServingStore serving;

	WatchController(RunStore runs, SliceStateStore slices, FlowStore flow, ServingStore serving) {
		this.runs = runs;
		this.slices = slices;
		this.flow = flow;
		this.serving = serving;
	}

	@GetMapping("/runs/{id}/slices")
	@Operation(summary = "How far each slice is read and each partition is applied")
	SliceStateStore.States slices(@PathVariable String id) {
		Run run = this.runs.get(RunController.parsed(id));
		return this.slices.of(run.id(), run.partitions() + 1);
	}

	@GetMapping("/flow")
	@Operation(summary = "Rows applied and their delay, by second, in the last quarter of an hour of the newest run")
	List<FlowSecond> flow(@RequestParam(defaultValue = "1970-01-01T00:00:00Z") Instant after) {
		return this.flow.after(after);
	}

	@GetMapping("/serving")
	@Operation(summary = "Which run the views show for each dataset and year")
	List<ServedYear> serving() {
		return this.serving.all();
	}

}
