package io.planstream.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.planstream.spark", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching("io.planstream.spark.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule ONLY_ONE_PACKAGE_SPEAKS_JDBC = noClasses().that()
		.resideOutsideOfPackage("..spark.sql..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer.hikari..", "com.mysql..")
		.because("statements are to be found in one place");

	@ArchTest
	static final ArchRule WHAT_PREPARES_AND_WRITES_KNOWS_NOTHING_OF_SPARK = noClasses().that()
		.resideInAnyPackage("..spark.sql..", "..spark.start..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.apache.spark..")
		.because("the protocol does not depend on the engine");

	@ArchTest
	static final ArchRule EXECUTORS_DO_NOT_ASK_KAFKA = noClasses().that()
		.resideInAnyPackage("..spark.task..", "..spark.sql..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.kafka..", "..spark.start..", "..spark.query..")
		.because("Spark hands them the records, and the driver what it knows of the topics");

	@ArchTest
	static final ArchRule ONLY_A_CLOCK_TELLS_THE_TIME = noClasses().should()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.because("tests set the clock");

	@ArchTest
	static final ArchRule RULES_AND_KEYS_ARE_THOSE_OF_THE_CONTRACT = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.planstream.ingest..", "io.planstream.consumer..", "org.springframework..",
				"org.apache.spark.sql.avro..")
		.because("engines share the contract alone, and decode by its codec");

}
