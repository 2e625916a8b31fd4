package io.planstream.local.stack;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.planstream.local.home.Home;
import io.planstream.local.home.ProcessIdentity;

/**
 * Processes of a stack's folder that its state does not know, because the command that
 * started them was killed or the state was lost. Works where the system shows the
 * arguments of processes; elsewhere it finds none.
 */
final class Strays {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final Home home;

	Strays(Home home) {
		this.home = home;
	}

	void stop() {
		Set<Long> known = this.home.state()
			.processes()
			.values()
			.stream()
			.filter((process) -> process.find().isPresent())
			.map(ProcessIdentity::pid)
			.collect(Collectors.toSet());
		stopAllBut(known);
	}

	void stopAllBut(Set<Long> known) {
		List<ProcessHandle> strays = ProcessHandle.allProcesses()
			.filter(this::isOurs)
			.filter((process) -> !known.contains(process.pid()))
			.toList();
		strays.forEach(ProcessHandle::destroy);
		strays.forEach((process) -> Stack.end(process, LIMIT));
	}

	private boolean isOurs(ProcessHandle process) {
		Set<String> marks = Set.of(JavaService.mark(this.home), DatabaseService.mark(this.home));
		return process.info()
			.arguments()
			.filter((arguments) -> Arrays.stream(arguments).anyMatch(marks::contains))
			.isPresent();
	}

}
