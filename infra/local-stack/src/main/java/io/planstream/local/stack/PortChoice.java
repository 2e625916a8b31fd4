package io.planstream.local.stack;

import java.util.Optional;
import java.util.function.Predicate;

import io.planstream.embedded.FreePorts;
import io.planstream.local.home.Ports;
import io.planstream.local.home.StackState;
import io.planstream.local.terminal.Problem;

/**
 * Decides which port each service gets: the one it had, as long as nobody else took it.
 */
final class PortChoice {

	static final int USUAL_CONSOLE = 8080;

	private final StackState state;

	private final Optional<Integer> wantedConsole;

	PortChoice(StackState state, Optional<Integer> wantedConsole) {
		this.state = state;
		this.wantedConsole = wantedConsole;
	}

	/** Chooses ports for the services that are not running. */
	Ports choose(Predicate<String> isRunning) {
		Ports had = this.state.ports();
		boolean broker = isRunning.test(Services.BROKER);
		return new Ports(keep(had.database(), isRunning.test(DatabaseService.NAME)), keep(had.broker(), broker),
				keep(had.controller(), broker), console(had.console(), isRunning.test(Services.INGEST)),
				keep(had.consumer(), isRunning.test(Services.CONSUMER) || isRunning.test(SparkServices.DRIVER)),
				keep(had.sparkMaster(), isRunning.test(SparkServices.MASTER)));
	}

	private static int keep(int had, boolean running) {
		return (running || (had != 0 && FreePorts.isFree(had))) ? had : FreePorts.pick();
	}

	private int console(int had, boolean running) {
		if (this.wantedConsole.isPresent()) {
			return wanted(this.wantedConsole.get(), had, running);
		}
		if (had == 0 && FreePorts.isFree(USUAL_CONSOLE)) {
			return USUAL_CONSOLE;
		}
		return keep(had, running);
	}

	private static int wanted(int wanted, int had, boolean running) {
		if (running && wanted != had) {
			throw new Problem("CONSOLE_RUNS_ELSEWHERE",
					"The console runs on port " + had + " already, not on " + wanted,
					"Use that one, or stop the stack first: ./planstream down");
		}
		if (!running && !FreePorts.isFree(wanted)) {
			throw new Problem("PORT_IN_USE", "Port " + wanted + " is in use by another program",
					"Name another one by --console-port, or leave the option out to get a free one.");
		}
		return wanted;
	}

}
