package io.planstream.benchmark.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import org.apache.kafka.common.utils.AppInfoParser;
import org.springframework.batch.core.job.Job;
import org.springframework.boot.SpringBootVersion;

/**
 * What was measured, by version.
 *
 * @param planstream PlanStream
 * @param kafka broker and clients
 * @param database the database server
 * @param spark Spark
 * @param springBoot Spring Boot
 * @param springBatch Spring Batch
 */
public record Versions(String planstream, String kafka, String database, String spark, String springBoot,
		String springBatch) {

	static Versions current() {
		Properties built = new Properties();
		try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
			built.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Versions(built.getProperty("planstream"), AppInfoParser.getVersion(), built.getProperty("database"),
				built.getProperty("spark"), SpringBootVersion.getVersion(),
				Job.class.getPackage().getImplementationVersion());
	}

	String inWords() {
		return "PlanStream " + this.planstream + ", Kafka " + this.kafka + ", " + this.database + ", Spark "
				+ this.spark + ", Spring Boot " + this.springBoot + ", Spring Batch " + this.springBatch;
	}

}
