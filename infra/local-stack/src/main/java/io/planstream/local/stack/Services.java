package io.planstream.local.stack;

import java.util.ArrayList;
import java.util.HashMap;
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
 * only: other users of the machine can read command lines. Thread-safe.
 */
public final class Services {

	/**
	 * The optimizing compiler takes what runs for every row, and not what runs for every
	 * request or transaction: together they took nearly half of the processor time of a
	 * first run.
	 */
	private static final List<String> COMPILE_LATER = List.of("-XX:Tier4InvocationThreshold=50000",
			"-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000",
			"-XX:Tier4BackEdgeThreshold=400000");

	static final String BROKER = "broker";

	static final String INGEST = "ingest-app";

	static final String CONSUMER = "consumer-app";

	/** One directory a line, read by ingest-app at each request. */
	static final String DIRECTORIES_FILE = "data-directories.txt";

	private final Home home;

	private final ProjectFiles project;

	/**
	 * The services of a folder.
	 * @param home the stack's folder
	 * @param project where the programs are
	 */
	public Services(Home home, ProjectFiles project) {
		this.home = home;
		this.project = project;
	}

	/**
	 * The address of the database.
	 * @param state has its port
	 * @return the JDBC URL with the schema
	 */
	public static String jdbcUrl(StackState state) {
		return EmbeddedDatabase.jdbcUrl(state.ports().database(), DatabaseService.SCHEMA);
	}

	/** In groups: the members of one start together, after the groups before it. */
	List<List<Service>> all(Engine engine) {
		List<Service> servers = List.of(broker(), database());
		List<Service> applications = List.of(ingest(Map.of()), applier(engine));
		if (engine == Engine.SPARK_CLUSTER) {
			return List.of(servers, spark().cluster(), applications);
		}
		return List.of(servers, applications);
	}

	/**
	 * The database.
	 * @return the service
	 */
	public Service database() {
		return new DatabaseService(this.home, this.project);
	}

	/**
	 * The broker.
	 * @return the service
	 */
	public Service broker() {
		return new JavaService(BROKER, "broker (Kafka)", this.home, options("-Xmx512m"), this::brokerProgram,
				(state) -> brokerEnvironment(), (state) -> Probe.accepts(state.ports().broker()));
	}

	/**
	 * The application that publishes.
	 * @param settings more settings, as environment variables
	 * @return the service
	 */
	public Service ingest(Map<String, String> settings) {
		return new JavaService(INGEST, "ingest-app", this.home, ingestOptions(), this::ingestProgram,
				(state) -> ingestEnvironment(settings), (state) -> Probe.isHealthy(state.ports().console()));
	}

	/**
	 * What applies: consumer-app, or spark-app in its place.
	 * @param engine which of them
	 * @return the service
	 */
	public Service applier(Engine engine) {
		return (engine == Engine.CONSUMER) ? consumer() : spark().driver(engine);
	}

	private SparkServices spark() {
		return new SparkServices(this.home, this.project);
	}

	private Service consumer() {
		return new JavaService(CONSUMER, "consumer-app", this.home, consumerOptions(), this::consumerProgram,
				this::consumerEnvironment, (state) -> Probe.isHealthy(state.ports().consumer()));
	}

	/** Blocks live until they are acknowledged: room for those of all workers. */
	static List<String> ingestOptions() {
		return options("-Xmx256m", "-Xmn112m", "-XX:SurvivorRatio=4");
	}

	/** Batches die young: room for two of them keeps them out of the old generation. */
	static List<String> consumerOptions() {
		return options("-Xmx384m", "-Xmn224m", "-XX:SurvivorRatio=3", "-XX:TargetSurvivorRatio=90");
	}

	/** A process without memory is of no use: it ends, and is started again. */
	private static List<String> options(String... heap) {
		List<String> options = new ArrayList<>(List.of(heap));
		options.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
		options.addAll(COMPILE_LATER);
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
				"--spring.datasource.url=" + jdbcUrl(state), "--spring.datasource.username=" + user);
	}

	private Map<String, String> ingestEnvironment(Map<String, String> settings) {
		DatabaseAccounts accounts = this.home.credentials();
		Map<String, String> environment = new HashMap<>(settings);
		environment.put("SPRING_DATASOURCE_PASSWORD", accounts.ingestPassword());
		environment.put("SPRING_FLYWAY_USER", DatabaseAccounts.MIGRATOR);
		environment.put("SPRING_FLYWAY_PASSWORD", accounts.migratorPassword());
		return environment;
	}

	private Map<String, String> consumerEnvironment(StackState state) {
		return Map.of("SPRING_DATASOURCE_PASSWORD", this.home.credentials().consumerPassword());
	}

}
