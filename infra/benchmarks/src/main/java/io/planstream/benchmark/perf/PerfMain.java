package io.planstream.benchmark.perf;

import java.util.Arrays;

import io.planstream.benchmark.ground.Worker;
import org.apache.kafka.tools.ConsumerPerformance;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * Runs one of Kafka's performance tools: {@code producer} or {@code consumer}, the number
 * of records, and the tool's own arguments.
 */
final class PerfMain {

	private PerfMain() {
	}

	/**
	 * Runs the tool, which ends the process if it fails.
	 * @param args as above
	 */
	public static void main(String[] args) {
		String[] arguments = Arrays.copyOfRange(args, 2, args.length);
		Worker.run((words) -> {
			if (args[0].equals("producer")) {
				ProducerPerformance.main(arguments);
			}
			else {
				ConsumerPerformance.main(arguments);
			}
			return Long.parseLong(args[1]);
		});
	}

}
