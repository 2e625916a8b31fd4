package io.planstream.generator;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.planstream.generator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule NEEDS_ONLY_THE_JDK = classes().should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "io.planstream.generator..")
		.because("the command line starts faster without libraries that it does not need");

	@ArchTest
	static final ArchRule HAS_NO_CYCLES = slices().matching("io.planstream.generator.(*)..")
		.should()
		.beFreeOfCycles()
		.because("a package is understood after those it depends on");

}
