package io.planstream.benchmark.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.planstream.benchmark.contender.Amount;
import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Rounds;
import io.planstream.benchmark.ground.Samples;
import io.planstream.benchmark.measure.Repetition;
import io.planstream.benchmark.measure.Result;
import io.planstream.benchmark.report.Machine;
import io.planstream.benchmark.report.Report;
import io.planstream.local.stack.ProjectFiles;
import io.planstream.local.terminal.Terminal;
import org.springframework.util.FileSystemUtils;

/**
 * One contender after the other, in a folder that is deleted at the end, also when the
 * program is interrupted. For one thread.
 */
final class Course implements AutoCloseable {

	private final Terminal terminal;

	private final ProjectFiles project = ProjectFiles.find();

	private final Path folder;

	private final Sizes sizes;

	private final int repeat;

	private final Samples samples;

	private final Thread hook = new Thread(this::interrupted, "bench-stop");

	private volatile Ground ground;

	private volatile boolean interrupted;

	Course(Terminal terminal, Sizes sizes, int repeat) throws IOException {
		this.terminal = terminal;
		this.sizes = sizes;
		this.repeat = repeat;
		Leftovers leftovers = new Leftovers(this.project);
		leftovers.clear();
		this.folder = leftovers.newFolder();
		this.samples = new Samples(this.folder.resolve("samples"), terminal::line);
		Runtime.getRuntime().addShutdownHook(this.hook);
	}

	/**
	 * Measures all. They take turns, so that a machine that is slower for some minutes,
	 * as virtual ones are, does not slow one of them alone.
	 * @param typed what was typed behind {@code bench}
	 * @param keep gets the report after each contender, so that little is lost if the
	 * next one never ends
	 */
	Report run(List<Contender> contenders, String typed, Consumer<Report> keep) {
		Machine machine = Machine.current();
		String startedAt = Instant.now().toString();
		List<Turns> all = contenders.stream().map(Turns::new).toList();
		Report report = null;
		for (int number = 1; number <= this.repeat; number++) {
			for (Turns turns : all) {
				if (turns.failure == null) {
					this.terminal.line(String.format(Locale.ROOT, "[%d of %d, %d/%d] %s: %s", number, this.repeat,
							all.indexOf(turns) + 1, all.size(), turns.label().id(), turns.label().title()));
					measure(turns);
					report = Report.of(startedAt, "./planstream bench " + typed, machine, this.sizes.scale(),
							all.stream().filter(Turns::begun).map(Turns::result).toList());
					keep.accept(report);
				}
			}
		}
		return report;
	}

	private void measure(Turns turns) {
		try {
			Rounds rounds = rounds(turns.contender);
			try (Ground own = new Ground(this.folder.resolve(turns.label().id()), this.project, this.terminal::line)) {
				this.ground = own;
				try (Trial trial = turns.contender.begin(own)) {
					Repetition repetition = trial.run(rounds);
					turns.repetitions.add(repetition);
					own.say(inWords(repetition));
				}
			}
		}
		catch (Exception ex) {
			awaitEnd();
			turns.failure = (ex.getMessage() != null) ? ex.getMessage() : ex.toString();
			this.terminal.line("  failed: " + turns.failure);
		}
	}

	private Rounds rounds(Contender contender) throws IOException {
		Amount amount = contender.amount();
		return new Rounds(contender.warmsUp() ? this.samples.of(this.sizes.warmUp(amount)) : null,
				this.samples.of(this.sizes.of(amount)));
	}

	private static String inWords(Repetition repetition) {
		return (repetition.seconds() > 0)
				? String.format(Locale.ROOT, "%,d rows in %.2f seconds, %,.0f rows per second", repetition.rows(),
						repetition.seconds(), repetition.rows() / repetition.seconds())
				: repetition.figures().toString();
	}

	/** What fails because it is being stopped is no failure: the hook ends all. */
	private void awaitEnd() {
		while (this.interrupted) {
			LockSupport.park();
		}
	}

	private void interrupted() {
		this.interrupted = true;
		Ground running = this.ground;
		try {
			if (running != null) {
				running.close();
			}
		}
		finally {
			deleteFolder();
		}
	}

	private void deleteFolder() {
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			this.terminal.line("Cannot delete " + this.folder + ": " + ex.getMessage());
		}
	}

	@Override
	public void close() {
		deleteFolder();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// the virtual machine is ending: the hook runs, and finds nothing to do
			return;
		}
	}

	/**
	 * What one contender gave so far.
	 */
	private static final class Turns {

		private final Contender contender;

		private final List<Repetition> repetitions = new ArrayList<>();

		private String failure;

		Turns(Contender contender) {
			this.contender = contender;
		}

		Label label() {
			return this.contender.label();
		}

		boolean begun() {
			return this.failure != null || !this.repetitions.isEmpty();
		}

		Result result() {
			Label label = label();
			return (this.failure != null) ? Result.failed(label.id(), label.group(), label.title(), this.failure)
					: Result.of(label.id(), label.group(), label.title(), this.repetitions);
		}

	}

}
