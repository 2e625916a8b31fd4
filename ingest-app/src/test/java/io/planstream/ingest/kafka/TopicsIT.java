package io.planstream.ingest.kafka;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.planstream.testsupport.server.TestBroker;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicsIT {

	@Test
	void whatAClientDidNotAnswerBeforeItWasReplacedIsAskedOfTheNextOne() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				Admin broker = TestBroker.admin()) {
			Deque<Admin> admins = new ArrayDeque<>(List.of(adminOf(silent), TestBroker.admin()));
			try (Topics topics = new Topics(admins::remove, null)) {
				CompletableFuture<String> answer = CompletableFuture.supplyAsync(topics::clusterId);
				try (Socket asked = silent.accept()) {
					assertThat(asked.getInputStream().read()).as("the question has arrived").isNotNegative();
					topics.beginAnew();
					assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(broker.describeCluster().clusterId().get());
				}
			}
		}
	}

	private static Admin adminOf(ServerSocket server) {
		return Admin.create(
				Map.of("bootstrap.servers", server.getInetAddress().getHostAddress() + ":" + server.getLocalPort()));
	}

}
