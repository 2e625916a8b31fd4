package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the tables should hold after both files were ingested. Holds all of it in memory.
 *
 * @param plans the plans
 * @param rates the rates
 */
public record Reference(ReferencePlans plans, ReferenceRates rates) {

	/**
	 * Read both files.
	 * @param rateCsv the rates
	 * @param planAttributesCsv the plans that they take level, market and coverage from
	 * @return what they amount to
	 * @throws IOException if one of them cannot be read
	 */
	public static Reference of(Path rateCsv, Path planAttributesCsv) throws IOException {
		ReferencePlans plans = ReferencePlans.of(planAttributesCsv);
		return new Reference(plans, ReferenceRates.of(rateCsv, plans));
	}

}
