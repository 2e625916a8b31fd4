package io.planstream.testsupport.server;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestBrokerIT {

	@Test
	void makesAndDeletesTopics() {
		TestBroker.createTopic("coming-and-going", 3);
		assertThat(TestBroker.topics()).contains("coming-and-going");

		TestBroker.deleteTopic("coming-and-going");
		TestBroker.deleteTopic("coming-and-going");

		assertThat(TestBroker.topics()).doesNotContain("coming-and-going");
	}

}
