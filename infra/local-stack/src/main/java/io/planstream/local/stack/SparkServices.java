package io.planstream.local.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.SparkCluster;
import io.planstream.local.home.Home;
import io.planstream.local.home.StackState;

/**
 * The processes of the cluster engine: the job alone, or with a cluster to run on.
 */
final class SparkServices {

	static final String DRIVER = "spark-app";

	static final String MASTER = "spark-master";

	private static final List<String> WORKERS = List.of("spark-worker-1", "spark-worker-2");

	private final Home home;

	private final ProjectFiles project;

	SparkServices(Home home, ProjectFiles project) {
		this.home = home;
		this.project = project;
	}

	/** Master and workers, which start before the job. */
	List<Service> cluster() {
		List<Service> services = new ArrayList<>();
		services.add(node(MASTER, "Spark master", SparkCluster::masterProgram));
		for (String worker : WORKERS) {
			services.add(node(worker, worker.replace('-', ' '), SparkCluster::workerProgram));
		}
		return services;
	}

	private Service node(String name, String title, Function<SparkCluster, List<String>> program) {
		return new JavaService(name, title, this.home, cluster(this.home.state()).jvmOptions(),
				(state) -> program.apply(cluster(state)),
				(state) -> cluster(state).environment(this.home.clusterSecret()),
				(state) -> Probe.accepts(state.ports().sparkMaster()));
	}

	/** The job, in a process of its own in any case. */
	Service driver(Engine engine) {
		boolean onCluster = engine == Engine.SPARK_CLUSTER;
		return new JavaService(DRIVER, onCluster ? "spark-app on the cluster" : "spark-app", this.home,
				List.of(onCluster ? "-Xmx512m" : "-Xmx1g", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
						"-Dspark.local.dir=" + this.home.file("spark").resolve("local")),
				(state) -> program(state, onCluster), (state) -> environment(state, onCluster),
				(state) -> Probe.isHealthy(state.ports().consumer()));
	}

	private List<String> program(StackState state, boolean onCluster) {
		List<String> program = new ArrayList<>();
		if (onCluster) {
			program.addAll(cluster(state).driverOptions(this.project.sparkJar()));
		}
		program.addAll(List.of("-jar", this.project.sparkJar().toString(), "--http-port=" + state.ports().consumer(),
				"--bootstrap-servers=127.0.0.1:" + state.ports().broker(), "--jdbc-url=" + Services.jdbcUrl(state),
				"--jdbc-user=" + DatabaseAccounts.CONSUMER,
				"--checkpoint=" + this.home.file("spark").resolve("checkpoint").toUri()));
		return program;
	}

	private Map<String, String> environment(StackState state, boolean onCluster) {
		Map<String, String> environment = new HashMap<>();
		if (onCluster) {
			environment.putAll(cluster(state).environment(this.home.clusterSecret()));
		}
		environment.put("PLANSTREAM_JDBC_PASSWORD", this.home.credentials().consumerPassword());
		return environment;
	}

	private SparkCluster cluster(StackState state) {
		return new SparkCluster(this.project.sparkHome(), this.home.file("spark").resolve("work"),
				state.ports().sparkMaster());
	}

}
