package io.planstream.ingest;

import io.planstream.access.PasswordHash;
import io.planstream.start.PatientStart;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Reads source files and publishes their rows to Kafka, each exactly once however often
 * it is killed on the way.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class IngestApplication {

	/**
	 * Starts the application; or makes the hash of a password and starts nothing.
	 * @param args Spring Boot's arguments, or {@code hash-password}
	 */
	public static void main(String[] args) {
		if (args.length == 1 && args[0].equals(PasswordHash.COMMAND)) {
			System.exit(PasswordHash.run());
		}
		PatientStart.run(IngestApplication.class, args);
	}

}
