package io.planstream.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.planstream.local.home.Home;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import io.planstream.superset.asset.Assets;
import io.planstream.superset.bundle.Bundle;
import io.planstream.superset.bundle.DatabaseUri;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes the dashboards to a file.
 */
@Command(name = "bundle", mixinStandardHelpOptions = true,
		description = { "Write the dashboards to a zip that Superset imports: Dashboards, Import dashboards.",
				"It holds no password: Superset asks for it." })
final class SupersetBundleCommand implements Callable<Integer> {

	@Option(names = "--out", paramLabel = "FILE.zip", required = true, description = "The file; it is replaced.")
	private Path out;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private CommonOptions common;

	private final Terminal terminal = Terminal.system();

	@Override
	public Integer call() {
		DatabaseUri uri = this.database.typed().orElseGet(this::local);
		byte[] zip = new Bundle(Assets.shipped(), uri).zip();
		try {
			Path file = this.out.toAbsolutePath();
			Files.createDirectories(file.getParent());
			Files.write(file, zip);
		}
		catch (IOException ex) {
			throw new Problem("CANNOT_WRITE", "Cannot write " + this.out + ": " + ex.getMessage(),
					"Name a file in a folder that you may write to.", ex);
		}
		this.terminal.line(String.format(Locale.ROOT, "%s: %,d bytes, database %s", this.out, zip.length, uri));
		return PlanStreamCommand.DONE;
	}

	private DatabaseUri local() {
		Home home = this.common.home();
		home.check();
		return DatabaseOption.local(home);
	}

}
