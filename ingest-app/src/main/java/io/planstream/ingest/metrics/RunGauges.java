package io.planstream.ingest.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.planstream.ingest.progress.DatasetProgress;
import io.planstream.ingest.progress.ProgressStore;
import io.planstream.ingest.run.Run;
import io.planstream.ingest.run.RunState;
import io.planstream.ingest.run.RunStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The gauges of {@link FlowMetrics}, for the latest runs. All of one run are read in one
 * go, so that they fit each other.
 */
@Component
class RunGauges {

	private static final Logger logger = LoggerFactory.getLogger(RunGauges.class);

	private static final int LATEST_RUNS = 10;

	private final RunStore runs;

	private final ProgressStore progress;

	private final Books books;

	private final Map<MultiGauge, ToLongFunction<DatasetProgress>> gauges = new LinkedHashMap<>();

	private final MultiGauge state;

	private final MultiGauge bearable;

	private final MultiGauge reconciled;

	private volatile long readAt = System.nanoTime();

	RunGauges(RunStore runs, ProgressStore progress, Books books, MeterRegistry registry) {
		this.runs = runs;
		this.progress = progress;
		this.books = books;
		rows(registry, "in.files", "Data rows of the files", DatasetProgress::totalRows);
		rows(registry, "read", "Rows read and either published or rejected", DatasetProgress::read);
		rows(registry, "published", "Rows acknowledged by Kafka", DatasetProgress::published);
		rows(registry, "rejected", "Rows that cannot be read or break the contract", DatasetProgress::rejected);
		rows(registry, "applied", "Rows committed to the aggregates or set aside", DatasetProgress::applied);
		rows(registry, "dead.lettered", "Published rows that can never be applied", DatasetProgress::deadLettered);
		rows(registry, "in.aggregates", "Applied rows in the aggregates", DatasetProgress::inAggregates);
		rows(registry, "set.aside", "Applied rows that a named rule sets aside", DatasetProgress::setAside);
		this.gauges.put(gauge(registry, "run.gaps", "Records dropped because one before them was missing"),
				DatasetProgress::gaps);
		this.gauges.put(gauge(registry, "run.duplicates", "Records dropped because they were applied before"),
				DatasetProgress::duplicates);
		this.state = gauge(registry, "run.state", "1 for the state of the run, 0 for the others");
		this.bearable = gauge(registry, "run.bearable.rejects", "Rejected rows above which the run stops");
		this.reconciled = gauge(registry, "run.reconciled", "1 if an ended run reconciles, 0 if not");
		Gauge.builder("planstream.figures.age", this::age)
			.baseUnit("seconds")
			.description("Since the figures of the runs were read from the tables")
			.register(registry);
	}

	private void rows(MeterRegistry registry, String name, String description, ToLongFunction<DatasetProgress> value) {
		this.gauges.put(gauge(registry, "rows." + name, description), value);
	}

	private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
		return MultiGauge.builder("planstream." + name).description(description).register(registry);
	}

	private double age() {
		return (System.nanoTime() - this.readAt) / 1e9;
	}

	@Scheduled(fixedDelay = 2000)
	void refresh() {
		try {
			List<Run> latest = this.runs.page(0, LATEST_RUNS);
			this.books.keepOnly(latest.stream().map(Run::id).toList());
			show(latest.stream()
				.map((run) -> new RunFigures(run, this.progress.datasets(run.id()), this.books.reconciled(run)))
				.toList());
			this.readAt = System.nanoTime();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.debug("The gauges stay as they are: {}", ex.getMessage());
		}
	}

	private void show(List<RunFigures> figures) {
		this.gauges.forEach((gauge, value) -> register(gauge,
				figures.stream()
					.flatMap((run) -> run.datasets()
						.stream()
						.map((dataset) -> MultiGauge.Row.of(tags(run).and("dataset", dataset.dataset()),
								value.applyAsLong(dataset))))));
		register(this.state, figures.stream().flatMap(RunGauges::states));
		register(this.bearable, figures.stream().map((run) -> MultiGauge.Row.of(tags(run), run.bearableRejects())));
		register(this.reconciled,
				figures.stream()
					.filter((run) -> run.reconciled() != null)
					.map((run) -> MultiGauge.Row.of(tags(run), run.reconciled() ? 1 : 0)));
	}

	private static Stream<MultiGauge.Row<Number>> states(RunFigures run) {
		return Stream.of(RunState.values())
			.filter((state) -> state != RunState.DELETED)
			.map((state) -> MultiGauge.Row.of(tags(run).and("state", state.name().toLowerCase(Locale.ROOT)),
					(run.run().state() == state) ? 1 : 0));
	}

	private static Tags tags(RunFigures run) {
		return Tags.of("run", run.run().id().toString());
	}

	private static void register(MultiGauge gauge, Stream<MultiGauge.Row<Number>> rows) {
		gauge.register(new ArrayList<MultiGauge.Row<?>>(rows.toList()), true);
	}

}
