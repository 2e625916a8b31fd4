package io.planstream.local.command;

import java.nio.file.Path;

import io.planstream.local.home.Home;
import io.planstream.local.stack.ProjectFiles;
import picocli.CommandLine.Option;

/**
 * Options of every command.
 */
final class CommonOptions {

	@Option(names = "--home", paramLabel = "DIR",
			description = "Folder of the local stack (also PLANSTREAM_HOME; default: .planstream beside the launcher).")
	private Path home;

	@Option(names = "--stacktrace", description = "Show the stack trace of an error.")
	private boolean stacktrace;

	Home home() {
		String named = System.getenv().getOrDefault("PLANSTREAM_HOME", "");
		if (this.home != null) {
			return new Home(this.home);
		}
		return new Home(named.isEmpty() ? ProjectFiles.find().root().resolve(".planstream") : Path.of(named));
	}

	boolean isStacktrace() {
		return this.stacktrace;
	}

}
