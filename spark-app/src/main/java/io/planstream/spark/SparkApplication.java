package io.planstream.spark;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.start.StartException;
import io.planstream.spark.metrics.JobMeters;
import io.planstream.spark.metrics.JobState;
import io.planstream.spark.metrics.MetricsAccess;
import io.planstream.spark.metrics.Pages;
import io.planstream.spark.metrics.ProgressListener;
import io.planstream.spark.query.QuerySettings;
import io.planstream.spark.query.StreamingJob;
import io.planstream.spark.sql.Database;
import io.planstream.spark.sql.DatabaseSettings;
import io.planstream.spark.sql.DriverTables;
import io.planstream.spark.start.Preparation;
import io.planstream.spark.start.Topics;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Reads the topics and keeps the tables up to date until it is stopped, on a cluster or
 * in this process. It may run at the same time as consumer-app, or take over from it.
 */
@Command(name = "spark-app", mixinStandardHelpOptions = true, description = {
		"Applies PlanStream's topics to its tables with Spark, every row exactly once.",
		"Master, memory and cores are Spark's own affair: spark-submit, or -Dspark.master=... (default local[*]).",
		"Exit code 0 if it was stopped, 1 if it cannot go on." })
public final class SparkApplication implements Callable<Integer> {

	private static final Logger logger = LoggerFactory.getLogger(SparkApplication.class);

	/** Where the workers of a cluster find it too. */
	private static final String SECRET = "_SPARK_AUTH_SECRET";

	/** Before Spark's own hook, which ends the session under the query. */
	private static final int HOOK_PRIORITY = 100;

	@Mixin
	private Options options;

	/**
	 * Runs the job.
	 * @param arguments options, see {@code --help}
	 */
	public static void main(String[] arguments) {
		int code = new CommandLine(new SparkApplication())
			.setExecutionExceptionHandler((failure, line, parsed) -> failed(failure))
			.execute(arguments);
		if (code != 0) {
			System.exit(code);
		}
	}

	private static int failed(Exception failure) {
		if (failure instanceof StartException start) {
			logger.error("{}\nWhat to do: {}", start.getMessage(), start.action());
		}
		else {
			logger.error("The job has ended", failure);
		}
		return 1;
	}

	@Override
	@SuppressWarnings("try") // pages and upkeep are there until they are closed
	public Integer call() throws InterruptedException, IOException {
		DatabaseSettings settings = this.options.database();
		QuerySettings query = this.options.query();
		MetricsAccess access = this.options.metricsAccess();
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		JobState state = new JobState(Clock.systemUTC());
		JobMeters meters = new JobMeters(registry, state);
		DriverTables tables = new DriverTables(Database.shared(settings));
		try (Pages pages = new Pages(this.options.pages(), access, registry, state);
				Topics topics = new Topics(query.bootstrapServers())) {
			Preparation preparation = new Preparation(tables, topics, this.options.startLimit(), state::waiting);
			preparation.await();
			try (SparkSession session = session();
					Upkeep upkeep = new Upkeep(tables, Clock.systemUTC(), this.options.percentileInterval(),
							this.options.flowKept())) {
				session.streams().addListener(new ProgressListener(meters));
				StreamingJob job = new StreamingJob(session, query, settings, tables, topics, preparation, meters,
						state);
				ShutdownHookManager.get().addShutdownHook(job::stop, HOOK_PRIORITY);
				logger.info("Reading {} on {}", Dataset.allTopics(), session.sparkContext().master());
				job.run();
			}
		}
		return 0;
	}

	private static SparkSession session() {
		SparkConf conf = new SparkConf();
		conf.setIfMissing("spark.master", "local[*]");
		conf.setIfMissing("spark.app.name", "planstream");
		// a task waits for no particular executor: all of them reach all brokers
		conf.setIfMissing("spark.locality.wait", "0s");
		conf.setIfMissing("spark.sql.streaming.stopTimeout", "15s");
		String secret = System.getenv(SECRET);
		if (secret != null) {
			conf.setIfMissing("spark.authenticate.secret", secret);
		}
		if (conf.get("spark.master").startsWith("local")) {
			conf.setIfMissing("spark.ui.enabled", "false");
			conf.setIfMissing("spark.driver.host", "127.0.0.1");
			conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
		}
		return SparkSession.builder().config(conf).getOrCreate();
	}

}
