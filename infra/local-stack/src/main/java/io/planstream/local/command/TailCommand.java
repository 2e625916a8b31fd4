package io.planstream.local.command;

import java.util.concurrent.Callable;

import io.planstream.local.stack.ServiceStatus;
import io.planstream.local.terminal.Terminal;
import io.planstream.local.topic.TopicTail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows records as they pass.
 */
@Command(name = "tail", mixinStandardHelpOptions = true,
		description = "Show the records of a topic as they pass, decoded, one JSON object a line.")
final class TailCommand implements Callable<Integer> {

	@Parameters(paramLabel = "TOPIC", description = "marketplace.rate.v1, or short: rate, plan-attributes, reject")
	private String topic;

	@Option(names = "--from-beginning", description = "Also what is in the topic already.")
	private boolean fromBeginning;

	@Option(names = "--max", paramLabel = "N", description = "End after so many records.")
	private Long max;

	@Mixin
	private CommonOptions common;

	@Override
	public Integer call() {
		Addresses addresses = RunningStack.require(this.common.home(), ServiceStatus.BROKER);
		TopicTail tail = new TopicTail(addresses.kafka(), Terminal.system());
		tail.show(tail.find(this.topic), this.fromBeginning, (this.max != null) ? this.max : Long.MAX_VALUE);
		return PlanStreamCommand.DONE;
	}

}
