package io.planstream.local.stack;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

import io.planstream.embedded.FreePorts;
import io.planstream.local.home.Ports;
import io.planstream.local.home.StackState;
import io.planstream.local.terminal.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortChoiceTests {

	@Test
	void picksDifferentPortsAtFirst() {
		Ports ports = choose(Ports.NONE, Optional.empty(), false);

		assertThat(
				new int[] { ports.database(), ports.broker(), ports.controller(), ports.console(), ports.consumer() })
			.doesNotContain(0)
			.doesNotHaveDuplicates();
	}

	@Test
	void keepsAPortThatIsStillFree() {
		Ports had = choose(Ports.NONE, Optional.empty(), false);

		assertThat(choose(had, Optional.empty(), false)).isEqualTo(had);
	}

	@Test
	void leavesAPortThatSomebodyTook() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Ports had = new Ports(taken.getLocalPort(), FreePorts.pick(), FreePorts.pick(), taken.getLocalPort(),
					FreePorts.pick(), FreePorts.pick());

			assertThat(choose(had, Optional.empty(), false).database()).isNotEqualTo(taken.getLocalPort());
			assertThat(choose(had, Optional.empty(), false).console()).isNotEqualTo(taken.getLocalPort());
			assertThat(choose(had, Optional.empty(), true)).isEqualTo(had);
		}
	}

	@Test
	void refusesAWantedPortThatIsTaken() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(Problem.class)
				.isThrownBy(() -> choose(Ports.NONE, Optional.of(taken.getLocalPort()), false))
				.satisfies((problem) -> assertThat(problem.code()).isEqualTo("PORT_IN_USE"));
		}
	}

	@Test
	void doesNotMoveAConsoleThatRuns() {
		Ports had = new Ports(1, 2, 3, 4, 5, 6);

		assertThat(choose(had, Optional.of(4), true)).isEqualTo(had);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> choose(had, Optional.of(9), true))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("CONSOLE_RUNS_ELSEWHERE"));
	}

	private static Ports choose(Ports had, Optional<Integer> wanted, boolean running) {
		return new PortChoice(StackState.EMPTY.withPorts(had), wanted).choose((name) -> running);
	}

}
