package io.planstream.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What concerns the dashboards.
 */
@Command(name = "superset", mixinStandardHelpOptions = true,
		description = "Bring the dashboards into a Superset that you have.",
		subcommands = { SupersetBundleCommand.class, SupersetPushCommand.class })
final class SupersetCommand implements Runnable {

	@Spec
	private CommandSpec spec;

	@Override
	public void run() {
		this.spec.commandLine().usage(this.spec.commandLine().getOut());
	}

}
