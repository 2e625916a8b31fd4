package io.planstream.consumer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.planstream.consumer", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching("io.planstream.consumer.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule ONLY_ONE_PACKAGE_SPEAKS_JDBC = noClasses().that()
		.resideOutsideOfPackage("..consumer.sql..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.jdbc..")
		.orShould()
		.dependOnClassesThat()
		.haveNameMatching("java\\.sql\\.(Connection|Statement|PreparedStatement|ResultSet)")
		.because("statements that bypass JPA are to be found in one place");

	@ArchTest
	static final ArchRule ONLY_THE_LISTENER_SPEAKS_SPRING_KAFKA = noClasses().that()
		.resideOutsideOfPackages("..consumer.listen..", "..consumer.start..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.kafka..")
		.because("applying a batch does not depend on how it was read");

	@ArchTest
	static final ArchRule ONLY_THE_CLOCK_TELLS_THE_TIME = noClasses().that()
		.resideOutsideOfPackage("..consumer.clock..")
		.should()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.because("tests set the clock");

	@ArchTest
	static final ArchRule APPLICATIONS_DO_NOT_IMPORT_EACH_OTHER = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("io.planstream.ingest..")
		.because("they share the contract alone");

}
