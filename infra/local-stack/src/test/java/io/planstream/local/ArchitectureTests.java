package io.planstream.local;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.planstream.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesFormNoCycles = slices().matching("io.planstream.local.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule needsNoSpring = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework..");

	@ArchTest
	static final ArchRule onlyCommandsParseCommandLines = noClasses().that()
		.resideOutsideOfPackages("io.planstream.local.command", "io.planstream.local")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("picocli..");

}
