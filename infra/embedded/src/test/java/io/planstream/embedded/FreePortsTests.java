package io.planstream.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreePortsTests {

	@Test
	void picksDifferentPortsThatAreFree() {
		assertThat(FreePorts.pick(5)).doesNotHaveDuplicates().hasSize(5).allMatch(FreePorts::isFree);
	}

	@Test
	void knowsThatAPortIsTaken() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(FreePorts.isFree(socket.getLocalPort())).isFalse();
		}
	}

	@Test
	void picksPortsThatNoOutgoingConnectionGets() {
		assertThat(FreePorts.pick(50)).doesNotHaveDuplicates().allMatch((port) -> port >= 10_240 && port < 32_768);
	}

}
