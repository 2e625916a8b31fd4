package io.planstream.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.planstream.local.home.Home;
import io.planstream.local.run.IngestApi;
import io.planstream.local.run.InputPaths;
import io.planstream.local.run.RunRequest;
import io.planstream.local.stack.ServiceStatus;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import io.planstream.local.terminal.TextTable;
import io.planstream.model.inspect.Inspection;
import io.planstream.model.inspect.SourceFile;

/**
 * Says what an ingestion would do, and starts nothing.
 */
final class InputCheck {

	private static final long MEGABYTE = 1024L * 1024;

	/** Bytes on disk for a row: compressed in the topic, and its share of the tables. */
	private static final long BYTES_PER_ROW = 80;

	private final Home home;

	private final Terminal terminal;

	InputCheck(Home home, Terminal terminal) {
		this.home = home;
		this.terminal = terminal;
	}

	int show(InputPaths input, RunRequest request) {
		this.terminal.line("Reading the files ...");
		Inspection inspection = input.inspect((bytes) -> {
		});
		this.terminal.line(table(inspection.files()));
		inspection.ignored().forEach((ignored) -> this.terminal.line("  passed over: " + ignored));
		long rows = inspection.files().stream().mapToLong(SourceFile::rows).sum();
		this.terminal.line("");
		this.terminal.line(String.format(Locale.ROOT, "  %,d rows would be ingested.", rows));
		showSpace(rows);
		showTwin(request);
		return PlanStreamCommand.DONE;
	}

	private static String table(List<SourceFile> files) {
		TextTable table = new TextTable(List.of("dataset", "file", "rows", "years", "MB", "slices"));
		for (SourceFile file : files) {
			table.row(List.of(file.dataset().id(), file.fileName(), String.format(Locale.ROOT, "%,d", file.rows()),
					file.years().stream().map(String::valueOf).collect(Collectors.joining(", ")),
					String.format(Locale.ROOT, "%,.1f", (double) file.sizeBytes() / MEGABYTE),
					String.valueOf(file.slices().size())));
		}
		return table.plain();
	}

	private void showSpace(long rows) {
		long needed = rows * BYTES_PER_ROW / MEGABYTE + 500;
		long free = freeSpace() / MEGABYTE;
		this.terminal.line(String.format(Locale.ROOT, "  About %,d MB of disk would be used; %,d MB are free%s.",
				needed, free, (free < needed) ? ": NOT ENOUGH" : ""));
	}

	private long freeSpace() {
		Path folder = this.home.folder();
		while (!Files.exists(folder)) {
			folder = folder.getParent();
		}
		try {
			return Files.getFileStore(folder).getUsableSpace();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Only a stack that is up can tell whether the content is there already. */
	private void showTwin(RunRequest request) {
		try {
			Addresses addresses = RunningStack.require(this.home, ServiceStatus.INGEST);
			String twin = new IngestApi(addresses.ports().console()).alreadyIngestedAs(request);
			this.terminal.line((twin != null) ? "  The same content is ingested already, as run " + twin + "."
					: "  The content is not ingested yet.");
		}
		catch (Problem ex) {
			this.terminal
				.line("  Whether the content is ingested already is known when the stack is up (" + ex.code() + ").");
		}
	}

}
