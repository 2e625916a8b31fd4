package io.planstream.testsupport.server;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Keeps the chatter of servers and clients out of test logs, before and after Spring Boot
 * sets up logging. What a test configures itself is left alone.
 */
final class TestLogging {

	private static final List<String> LOGGERS = List.of("kafka", "org.apache.kafka", "state.change.logger",
			"org.flywaydb", "ch.vorburger");

	private TestLogging() {
	}

	static void quietServers() {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		for (String name : LOGGERS) {
			String property = "logging.level." + name;
			if (System.getProperty(property) == null) {
				System.setProperty(property, "warn");
				if (factory instanceof LoggerContext context) {
					context.getLogger(name).setLevel(Level.WARN);
				}
			}
		}
	}

}
