package io.planstream.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.stereotype.Repository;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.planstream.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesFormNoCycles = slices().matching("io.planstream.ingest.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule onlyStoresSpeakSql = noClasses().that()
		.areNotAnnotatedWith(Repository.class)
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.jdbc..");

	@ArchTest
	static final ArchRule storesAreNamedSo = classes().that()
		.areAnnotatedWith(Repository.class)
		.should()
		.haveSimpleNameEndingWith("Store");

	@ArchTest
	static final ArchRule onlyTheClockBeanAsksForTheTime = noClasses().that()
		.resideOutsideOfPackage("io.planstream.ingest.time")
		.should()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.orShould()
		.callMethod(Clock.class, "systemUTC")
		.orShould()
		.callMethod(Clock.class, "systemDefaultZone")
		.because(
				"tests set the clock, and that of a machine may jump: how long something takes is measured in nanoseconds");

	@ArchTest
	static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

	@ArchTest
	static final ArchRule onlyTheEdgeKnowsTheWeb = noClasses().that()
		.resideOutsideOfPackage("io.planstream.ingest.web")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.web..", "io.swagger..");

	@ArchTest
	static final ArchRule onlyPublishingKnowsTheProducer = noClasses().that()
		.resideOutsideOfPackage("io.planstream.ingest.publish")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.kafka.clients.producer..");

}
