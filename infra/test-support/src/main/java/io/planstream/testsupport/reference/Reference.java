package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the tables should hold after files were ingested. Holds all of it in memory.
 *
 * @param plans the plans
 * @param rates the rates
 * @param tables the tables of the other datasets, {@code plan_premium}, and the counts of
 * rows of all datasets in {@code dataset_total} (files added up) and {@code rejected_row}
 * @param rules how often some data rules held
 */
public record Reference(ReferencePlans plans, ReferenceRates rates, List<ReferenceTable> tables,
		List<RuleCount> rules) {

	/**
	 * Read the rates and plans alone.
	 * @param rateCsv the rates
	 * @param planAttributesCsv the plans that they take level, market and coverage from
	 * @return what they amount to
	 * @throws IOException if one of them cannot be read
	 */
	public static Reference of(Path rateCsv, Path planAttributesCsv) throws IOException {
		return of(List.of(rateCsv, planAttributesCsv));
	}

	/**
	 * Read all files of a folder that are called {@code .csv}. Their headers say what
	 * they are.
	 * @param folder the folder
	 * @return what they amount to
	 * @throws IOException if one of them cannot be read
	 */
	public static Reference ofFolder(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return of(files.filter((file) -> file.toString().endsWith(".csv")).sorted().toList());
		}
	}

	/**
	 * Read files. Their headers say what they are.
	 * @param files the files in the order of reading
	 * @return what they amount to
	 * @throws IOException if one of them cannot be read
	 */
	public static Reference of(List<Path> files) throws IOException {
		ReferencePlans plans = ReferencePlans.of(withColumn("PlanMarketingName", files));
		ReferenceRates rates = ReferenceRates.of(withColumn("IndividualRate", files), plans);
		Totals totals = new Totals();
		plans.addTo(totals);
		rates.addTo(totals);
		BenefitCounting benefits = new BenefitCounting(plans, totals);
		List<ReferenceTable> tables = new ArrayList<>();
		tables.add(rates.planPremium());
		tables.addAll(count(withColumn("BenefitName", files), benefits));
		tables.addAll(count(withColumn("NetworkURL", files), new NetworkCounting(totals)));
		tables.addAll(count(withColumn("CoverEntireState", files), new ServiceAreaCounting(totals)));
		tables.addAll(count(withColumn("CohabitationRule", files), new BusinessRuleCounting(totals)));
		tables.addAll(count(withColumn("CrosswalkLevel", files), new CrosswalkCounting(totals)));
		tables.addAll(totals.tables());
		return new Reference(plans, rates, tables, rules(rates, benefits));
	}

	/**
	 * Find a table.
	 * @param name its name
	 * @return what it should hold
	 */
	public ReferenceTable table(String name) {
		return this.tables.stream().filter((table) -> table.name().equals(name)).findFirst().orElseThrow();
	}

	private static List<ReferenceTable> count(List<Path> files, Counting counting) throws IOException {
		CsvRows.forEach(files, counting::add);
		return counting.tables();
	}

	private static List<Path> withColumn(String column, List<Path> files) throws IOException {
		List<Path> having = new ArrayList<>();
		for (Path file : files) {
			Set<String> columns = CsvRows.columnsOf(file);
			if (columns.contains(column)) {
				having.add(file);
			}
		}
		return having;
	}

	private static List<RuleCount> rules(ReferenceRates rates, BenefitCounting benefits) {
		return List.of(new RuleCount(ReferenceRates.DATASET, "rate-is-no-price", rates.total().setAside()),
				new RuleCount(ReferenceRates.DATASET, "tobacco-rate-is-no-price", rates.tobaccoSetAside()),
				new RuleCount(ReferenceRates.DATASET, "rounded-to-cents", rates.rowsRounded()),
				new RuleCount(BenefitCounting.DATASET, "cost-sharing-not-understood", benefits.rowsNotUnderstood()),
				new RuleCount(BenefitCounting.DATASET, "rounded-to-cents", benefits.rowsRoundedToCents()),
				new RuleCount(BenefitCounting.DATASET, "rounded-to-basis-points", benefits.rowsRoundedToBasisPoints()));
	}

}
