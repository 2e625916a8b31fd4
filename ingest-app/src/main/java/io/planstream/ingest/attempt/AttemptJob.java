package io.planstream.ingest.attempt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.planstream.ingest.publish.BlockSender;
import io.planstream.ingest.settings.Settings;
import io.planstream.ingest.slice.Slice;
import io.planstream.ingest.slice.SliceStore;
import io.planstream.model.dataset.Dataset;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Runs an attempt as a Spring Batch job: a partitioned step per dataset, in the order of
 * the datasets, over the slices that have not ended. Every attempt is a job instance of
 * its own; Batch's restart, skip and retry are not used, because the slices alone say
 * what is left to do. Thread-safe.
 */
@Component
class AttemptJob {

	private static final String NAME = "ingest";

	private final JobRepository repository;

	private final JobOperator operator;

	private final BlockSender sender;

	private final SliceStore slices;

	private final Settings.Ingest settings;

	AttemptJob(JobRepository repository, JobOperator operator, BlockSender sender, SliceStore slices,
			Settings settings) {
		this.repository = repository;
		this.operator = operator;
		this.sender = sender;
		this.slices = slices;
		this.settings = settings.ingest();
	}

	/**
	 * Reads until every slice has ended or the attempt is; what stopped it is noted in
	 * the attempt.
	 */
	void run(Attempt attempt) {
		List<Dataset> unfinished = new ArrayList<>(List.of(Dataset.values()));
		unfinished.removeIf((dataset) -> attempt.unfinished(dataset).isEmpty());
		if (unfinished.isEmpty()) {
			return;
		}
		try {
			JobExecution execution = this.operator.start(job(attempt, unfinished), parameters(attempt));
			if (execution.getStatus() != BatchStatus.COMPLETED) {
				attempt.end(Ending.of(failure(execution)));
			}
		}
		catch (JobExecutionException | RuntimeException ex) {
			attempt.end(Ending.of(ex));
		}
	}

	private static Throwable failure(JobExecution execution) {
		List<Throwable> failures = execution.getAllFailureExceptions();
		return failures.isEmpty() ? new IllegalStateException("The job ended as " + execution.getStatus())
				: failures.get(0);
	}

	private Job job(Attempt attempt, List<Dataset> datasets) {
		SimpleJobBuilder job = new JobBuilder(NAME, this.repository).start(step(attempt, datasets.get(0)));
		datasets.stream().skip(1).forEach((dataset) -> job.next(step(attempt, dataset)));
		return job.build();
	}

	private Step step(Attempt attempt, Dataset dataset) {
		SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("slice-");
		workers.setConcurrencyLimit(this.settings.workerThreads());
		return new StepBuilder(dataset.id(), this.repository)
			.partitioner(dataset.id(), (gridSize) -> partitions(attempt, dataset))
			.step(new SliceStep(attempt, this.repository, this.sender, this.slices, this.settings.blockBytes()))
			.taskExecutor(workers)
			.build();
	}

	private static Map<String, ExecutionContext> partitions(Attempt attempt, Dataset dataset) {
		Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
		if (!attempt.halt().requested()) {
			for (Slice slice : attempt.unfinished(dataset)) {
				ExecutionContext context = new ExecutionContext();
				context.putInt(SliceStep.SLICE, slice.number());
				partitions.put(SliceStep.SLICE + slice.number(), context);
			}
		}
		return partitions;
	}

	private static JobParameters parameters(Attempt attempt) {
		return new JobParametersBuilder().addString("run", attempt.id().toString())
			.addLong("attempt", (long) attempt.number())
			.toJobParameters();
	}

}
