package io.planstream.ingest.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.planstream.ingest.progress.DatasetProgress;
import io.planstream.ingest.progress.ProgressStore;
import io.planstream.ingest.run.Run;
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

	private final Map<MultiGauge, ToLongFunction<DatasetProgress>> gauges = new LinkedHashMap<>();

	RunGauges(RunStore runs, ProgressStore progress, MeterRegistry registry) {
		this.runs = runs;
		this.progress = progress;
		gauge(registry, "total", "Data rows of the files", DatasetProgress::totalRows);
		gauge(registry, "read", "Rows read and either published or rejected", DatasetProgress::read);
		gauge(registry, "published", "Rows acknowledged by Kafka", DatasetProgress::published);
		gauge(registry, "rejected", "Rows that cannot be read or break the contract", DatasetProgress::rejected);
		gauge(registry, "applied", "Rows committed to the aggregates or set aside", DatasetProgress::applied);
		gauge(registry, "dead.lettered", "Published rows that can never be applied", DatasetProgress::deadLettered);
		gauge(registry, "in.aggregates", "Applied rows in the aggregates", DatasetProgress::inAggregates);
		gauge(registry, "set.aside", "Applied rows that a named rule sets aside", DatasetProgress::setAside);
	}

	private void gauge(MeterRegistry registry, String name, String description, ToLongFunction<DatasetProgress> value) {
		this.gauges.put(MultiGauge.builder("planstream.rows." + name).description(description).register(registry),
				value);
	}

	@Scheduled(fixedDelay = 2000)
	void refresh() {
		try {
			Map<Tags, DatasetProgress> rows = new LinkedHashMap<>();
			for (Run run : this.runs.page(0, LATEST_RUNS)) {
				for (DatasetProgress dataset : this.progress.datasets(run.id())) {
					rows.put(Tags.of("run", run.id().toString(), "dataset", dataset.dataset()), dataset);
				}
			}
			this.gauges.forEach((gauge, value) -> gauge.register(rows(rows, value), true));
		}
		catch (DataAccessException | TransactionException ex) {
			logger.debug("The gauges stay as they are: {}", ex.getMessage());
		}
	}

	private static List<MultiGauge.Row<?>> rows(Map<Tags, DatasetProgress> progress,
			ToLongFunction<DatasetProgress> value) {
		List<MultiGauge.Row<?>> rows = new ArrayList<>();
		progress.forEach((tags, dataset) -> rows.add(MultiGauge.Row.of(tags, value.applyAsLong(dataset))));
		return rows;
	}

}
