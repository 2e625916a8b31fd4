package io.planstream.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.planstream.embedded.BrokerMain;
import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.EmbeddedDatabase;
import io.planstream.embedded.QuickStart;
import io.planstream.local.home.Home;
import io.planstream.local.home.StackState;

/**
 * The services of the stack and how each is started. Passwords go through the environment
 * only: other users of the machine can read command lines.
 */
final class Services {

	static final String BROKER = "broker";

	static final String INGEST = "ingest-app";

	static final String CONSUMER = "consumer-app";

	/** One directory a line, read by ingest-app at each request. */
	static final String DIRECTORIES_FILE = "data-directories.txt";

	private final Home home;

	private final ProjectFiles project;

	Services(Home home, ProjectFiles project) {
		this.home = home;
		this.project = project;
	}

	/** In groups: the members of one start together, after the groups before it. */
	List<List<Service>> all(Engine engine) {
		SparkServices spark = new SparkServices(this.home, this.project);
		return switch (engine) {
			case CONSUMER -> List.of(List.of(broker(), database()), List.of(ingest(), consumer()));
			case SPARK -> List.of(List.of(broker(), database()), List.of(ingest(), spark.driver(engine)));
			case SPARK_CLUSTER ->
				List.of(List.of(broker(), database()), spark.cluster(), List.of(ingest(), spark.driver(engine)));
		};
	}

	Service database() {
		return new DatabaseService(this.home, this.project);
	}

	Service broker() {
		return new JavaService(BROKER, "broker (Kafka)", this.home, options("-Xmx512m"), this::brokerProgram,
				(state) -> brokerEnvironment(), (state) -> Probe.accepts(state.ports().broker()));
	}

	private Service ingest() {
		return new JavaService(INGEST, "ingest-app", this.home, options("-Xmx256m"), this::ingestProgram,
				this::ingestEnvironment, (state) -> Probe.isHealthy(state.ports().console()));
	}

	/**
	 * Its batches die young: room for two of them keeps them out of the old generation.
	 */
	private Service consumer() {
		return new JavaService(CONSUMER, "consumer-app", this.home,
				options("-Xmx384m", "-Xmn192m", "-XX:SurvivorRatio=3"), this::consumerProgram,
				this::consumerEnvironment, (state) -> Probe.isHealthy(state.ports().consumer()));
	}

	/** A process without memory is of no use: it ends, and is started again. */
	private static List<String> options(String... heap) {
		List<String> options = new ArrayList<>(List.of(heap));
		options.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
		return options;
	}

	private List<String> brokerProgram(StackState state) {
		return List.of(BrokerMain.class.getName(), this.home.file("kafka").toString(),
				String.valueOf(state.ports().broker()), String.valueOf(state.ports().controller()));
	}

	/** Not an argument: systems show only the beginning of long command lines. */
	private static Map<String, String> brokerEnvironment() {
		return Map.of("CLASSPATH", System.getProperty("java.class.path"));
	}

	private List<String> ingestProgram(StackState state) {
		List<String> program = new ArrayList<>(QuickStart.program(this.project.ingestJar()));
		program.addAll(springArguments(state, DatabaseAccounts.INGEST, INGEST, state.ports().console()));
		program.add("--planstream.data.directories=" + this.home.file("samples"));
		program.add("--planstream.data.uploads=" + this.home.file("uploads"));
		program.add("--planstream.data.directories-file=" + this.home.file(DIRECTORIES_FILE));
		return program;
	}

	private List<String> consumerProgram(StackState state) {
		List<String> program = new ArrayList<>(QuickStart.program(this.project.consumerJar()));
		program.addAll(springArguments(state, DatabaseAccounts.CONSUMER, CONSUMER, state.ports().consumer()));
		return program;
	}

	/** A server that is killed leaves its work folder: in the home it is found again. */
	private List<String> springArguments(StackState state, String user, String service, int httpPort) {
		return List.of("--server.address=127.0.0.1", "--server.port=" + httpPort,
				"--server.tomcat.basedir=" + this.home.file("tomcat").resolve(service),
				"--spring.kafka.bootstrap-servers=127.0.0.1:" + state.ports().broker(),
				"--spring.datasource.url=" + EmbeddedDatabase.jdbcUrl(state.ports().database(), DatabaseService.SCHEMA),
				"--spring.datasource.username=" + user);
	}

	private Map<String, String> ingestEnvironment(StackState state) {
		DatabaseAccounts accounts = this.home.credentials();
		return Map.of("SPRING_DATASOURCE_PASSWORD", accounts.ingestPassword(), "SPRING_FLYWAY_USER",
				DatabaseAccounts.MIGRATOR, "SPRING_FLYWAY_PASSWORD", accounts.migratorPassword());
	}

	private Map<String, String> consumerEnvironment(StackState state) {
		return Map.of("SPRING_DATASOURCE_PASSWORD", this.home.credentials().consumerPassword());
	}

}
