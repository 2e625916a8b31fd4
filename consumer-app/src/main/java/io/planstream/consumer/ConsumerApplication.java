package io.planstream.consumer;

import io.planstream.start.PatientStart;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Reads the topics and keeps the tables up to date until it is stopped. Any number of
 * instances may run at the same time.
 */
@SpringBootApplication
@EnableScheduling
public class ConsumerApplication {

	/**
	 * Starts the application.
	 * @param args Spring's {@code --name=value}
	 */
	public static void main(String[] args) {
		PatientStart.run(ConsumerApplication.class, args);
	}

}
