package io.planstream.benchmark.ground;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.planstream.benchmark.measure.ProcessMeter;
import io.planstream.benchmark.measure.Repetition;
import io.planstream.embedded.Host;
import io.planstream.embedded.LogFile;

/**
 * A client in a process of its own. It says that it is ready, works each time that it is
 * told to, says what it did, and lives until it is told to end, so that what it used can
 * be read; {@link Worker} is the other end. It also ends when this process ends. For one
 * thread.
 */
public final class Program implements AutoCloseable {

	private final Process process;

	private final BufferedReader out;

	private final Path log;

	private Program(Process process, Path log) {
		this.process = process;
		this.log = log;
		this.out = process.inputReader(StandardCharsets.UTF_8);
	}

	static Program start(Path log, Class<?> main, List<String> options, Map<String, String> environment,
			List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Host.javaTool("java"));
		command.addAll(options);
		command.addAll(List.of("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", main.getName()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command)
			.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
		// not an argument: other systems show only the beginning of long command lines
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		builder.environment().putAll(environment);
		Program program = new Program(builder.start(), log);
		program.expect(Worker.READY);
		return program;
	}

	/**
	 * Its process.
	 * @return the handle
	 */
	public ProcessHandle process() {
		return this.process.toHandle();
	}

	/**
	 * Tells it to work; returns at once.
	 * @param words what to work on
	 * @throws IOException if it has ended
	 */
	public void go(String... words) throws IOException {
		OutputStream in = this.process.getOutputStream();
		in.write((String.join(Worker.BETWEEN_WORDS, words) + "\n").getBytes(StandardCharsets.UTF_8));
		in.flush();
	}

	/**
	 * Waits for the end of its work.
	 * @return what it did
	 * @throws IOException if it failed
	 */
	public Work await() throws IOException {
		return Work.parse(expect(Worker.DONE));
	}

	/**
	 * Tells it to work, and measures that.
	 * @param servers the servers it works with
	 * @param name its name in reports
	 * @param words what to work on
	 * @return what it did, and what it and the servers used
	 * @throws IOException if it failed
	 */
	public Repetition measure(Servers servers, String name, String... words) throws IOException {
		ProcessMeter meter = ProcessMeter.begin(servers.with(Map.of(name, process())));
		go(words);
		Work work = await();
		return new Repetition(work.rows(), work.seconds(), meter.end());
	}

	/** Libraries may print other lines. */
	private String expect(String word) throws IOException {
		for (String line = this.out.readLine(); line != null; line = this.out.readLine()) {
			if (line.startsWith(word)) {
				return line.substring(word.length()).strip();
			}
		}
		throw new IOException("The program has ended too soon. The end of its log:\n" + LogFile.end(this.log, 12));
	}

	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException ex) {
			// it has ended already
			this.process.destroy();
		}
		Wait.ended(this.process.toHandle(), Duration.ofSeconds(10));
	}

	/**
	 * What a program did.
	 *
	 * @param rows how many rows
	 * @param nanos how long that took
	 */
	public record Work(long rows, long nanos) {

		static Work parse(String text) {
			String[] words = text.split(" ");
			return new Work(Long.parseLong(words[0]), Long.parseLong(words[1]));
		}

		/**
		 * How long it took.
		 * @return seconds
		 */
		public double seconds() {
			return this.nanos / 1e9;
		}

	}

}
