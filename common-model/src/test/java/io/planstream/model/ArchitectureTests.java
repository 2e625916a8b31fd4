package io.planstream.model;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "io.planstream.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule THE_CONTRACT_KNOWS_NO_FRAMEWORK = classes().should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("io.planstream.model..", "java..", "de.siegmar.fastcsv..", "org.apache.avro..")
		.because("two engines and the command line share it");

	@ArchTest
	static final ArchRule THE_CONTRACT_HAS_NO_CLOCK = noClasses().should()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(java.time.Instant.class, "now")
		.because("what a row becomes is a function of the file alone");

}
