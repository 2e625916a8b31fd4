package io.planstream.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.planstream.embedded.FreePorts;
import io.planstream.embedded.Host;
import io.planstream.embedded.SparkCluster;
import io.planstream.testsupport.server.TestDatabase;

import static org.awaitility.Awaitility.await;

/**
 * A master and two workers, each a process, of one test.
 */
final class RunningSparkCluster implements AutoCloseable {

	private static final Path JAR = Path.of(System.getProperty("planstream.spark.jar")).normalize();

	private static final String SECRET = "known to this test alone";

	private final SparkCluster cluster;

	private final Path directory;

	private final List<Process> workers = new ArrayList<>();

	private final Process master;

	private RunningSparkCluster(Path directory) {
		this.directory = directory;
		this.cluster = new SparkCluster(JAR.resolveSibling("spark"), directory.resolve("work"), FreePorts.pick());
		this.master = launch("master", this.cluster.masterProgram());
		this.workers.add(launch("worker-1", this.cluster.workerProgram()));
		this.workers.add(launch("worker-2", this.cluster.workerProgram()));
	}

	static RunningSparkCluster start(Path directory) {
		return new RunningSparkCluster(directory);
	}

	private Process launch(String name, List<String> program) {
		List<String> command = new ArrayList<>();
		command.add(Host.javaTool("java"));
		command.addAll(this.cluster.jvmOptions());
		command.add(SparkProcess.SHORT_LIVED);
		command.addAll(program);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.directory.resolve(name + ".log").toFile());
		builder.environment().putAll(this.cluster.environment(SECRET));
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	AppProcess job(String bootstrapServers, TestDatabase database, Path folder, int maxOffsets) {
		AppProcess job = SparkProcess.on(this.cluster.master(), bootstrapServers, database, folder, maxOffsets);
		this.cluster.driverOptions(JAR).forEach(job::option);
		job.option("-Dspark.executor.extraJavaOptions=" + SparkProcess.SHORT_LIVED).option(SparkProcess.SHORT_LIVED);
		this.cluster.environment(SECRET).forEach(job::with);
		return job;
	}

	List<ProcessHandle> executors() {
		return this.workers.stream().flatMap(Process::children).toList();
	}

	long workersWithAnExecutor() {
		return this.workers.stream().filter((worker) -> worker.children().findAny().isPresent()).count();
	}

	/** Like kill -9 for both, as when a machine fails. */
	void killAWorkerAndItsExecutor() {
		Process worker = this.workers.get(0);
		List<ProcessHandle> executor = worker.children().toList();
		worker.destroyForcibly();
		executor.forEach(ProcessHandle::destroyForcibly);
		await().until(() -> !worker.isAlive() && executor.stream().noneMatch(ProcessHandle::isAlive));
	}

	@Override
	public void close() {
		List<ProcessHandle> all = Stream
			.concat(executors().stream(),
					Stream.concat(this.workers.stream(), Stream.of(this.master)).map(Process::toHandle))
			.toList();
		all.forEach(ProcessHandle::destroy);
		await().until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
	}

}
