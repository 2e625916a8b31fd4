package io.planstream.embedded;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A real standalone Spark cluster on the loopback address: the commands of a master and
 * its workers, each a process of its own. Instead of an installation of Spark there is a
 * folder whose {@code jars} hold its libraries, as spark-app's build makes it. Who joins
 * has to know the secret: a master runs what it is given.
 *
 * @param sparkHome the folder with {@code jars}
 * @param work folder for logs and jars of executors
 * @param masterPort port of the master
 */
public record SparkCluster(Path sparkHome, Path work, int masterPort) {

	/** What Spark needs of Java 17, as its own launcher adds it. */
	private static final String OPENED = "java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util "
			+ "java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action "
			+ "sun.util.calendar";

	private static final String HOST = "127.0.0.1";

	/**
	 * The address for drivers and workers.
	 * @return for example {@code spark://127.0.0.1:7077}
	 */
	public String master() {
		return "spark://" + HOST + ":" + this.masterPort;
	}

	/**
	 * Options of the virtual machine, for master and workers.
	 * @return options, the class path among them
	 */
	public List<String> jvmOptions() {
		List<String> options = new ArrayList<>(List.of("-Xmx192m", "-XX:+UseSerialGC", "-Dspark.authenticate=true",
				"-cp", this.sparkHome.resolve("jars") + File.separator + "*"));
		Arrays.stream(OPENED.split(" "))
			.map((name) -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
			.forEach(options::add);
		return options;
	}

	/**
	 * The main class of the master and its arguments.
	 * @return to be appended to the options
	 */
	public List<String> masterProgram() {
		return List.of("org.apache.spark.deploy.master.Master", "--host", HOST, "--port",
				String.valueOf(this.masterPort), "--webui-port", "0");
	}

	/**
	 * The main class of a worker and its arguments: one core, one gigabyte.
	 * @return to be appended to the options
	 */
	public List<String> workerProgram() {
		return List.of("org.apache.spark.deploy.worker.Worker", "--host", HOST, "--cores", "1", "--memory", "1g",
				"--webui-port", "0", "--work-dir", this.work.toString(), master());
	}

	/**
	 * The environment of master, workers and driver.
	 * @param secret what those who join have to know
	 * @return variables
	 */
	public Map<String, String> environment(String secret) {
		return Map.of("SPARK_HOME", this.sparkHome.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", HOST,
				"_SPARK_AUTH_SECRET", secret);
	}

	/**
	 * Options of a driver's virtual machine: executors of one core each, which get the
	 * job's jar from the driver.
	 * @param jar the job's jar
	 * @return options
	 */
	public List<String> driverOptions(Path jar) {
		return List.of("-Dspark.master=" + master(), "-Dspark.authenticate=true", "-Dspark.driver.host=" + HOST,
				"-Dspark.driver.bindAddress=" + HOST, "-Dspark.ui.enabled=false", "-Dspark.executor.cores=1",
				"-Dspark.executor.memory=600m", "-Dspark.jars=" + jar.toUri());
	}

}
