package io.planstream.generator.market;

import java.util.Arrays;
import java.util.List;

/**
 * How many rows of the plan attributes are owed to the dental and to the medical plans of
 * a year, state after state. Of the 77,353 rows of all years 11,649 are dental. For one
 * thread.
 */
final class VariantQuotas {

	private static final int DENTAL_ROWS = 11_649;

	private final int[] dental;

	private final int[] medical;

	private int state = -1;

	private int dentalOwed;

	private int medicalOwed;

	private VariantQuotas(int[] dental, int[] medical) {
		this.dental = dental;
		this.medical = medical;
	}

	static VariantQuotas of(BusinessYear year, List<StateYear> states) {
		double[] years = Arrays.stream(BusinessYear.values())
			.mapToDouble((each) -> Arrays.stream(dentalPlans(each, StateYear.of(each))).sum())
			.toArray();
		int dental = Apportionment.divide(DENTAL_ROWS, years)[year.ordinal()];
		double[] medical = states.stream()
			.mapToDouble((where) -> Composition.of(where.state(), year).expectedMedicalVariants())
			.toArray();
		return new VariantQuotas(Apportionment.divide(dental, dentalPlans(year, states)),
				Apportionment.divide(year.planVariants() - dental, medical));
	}

	private static double[] dentalPlans(BusinessYear year, List<StateYear> states) {
		return states.stream().mapToDouble((where) -> Composition.of(where.state(), year).dentalPlans()).toArray();
	}

	/** Goes on to the next state, with what the ones before did not take. */
	void next() {
		this.state++;
		this.dentalOwed += this.dental[this.state];
		this.medicalOwed += this.medical[this.state];
	}

	int owed(boolean ofDental) {
		return ofDental ? this.dentalOwed : this.medicalOwed;
	}

	/**
	 * A row that is filed twice counts twice as dental or medical, and once as a variant.
	 */
	void subtract(Plan plan) {
		int repeated = plan.repeated() ? 1 : 0;
		if (plan.kind().category().isDental()) {
			this.dentalOwed -= plan.variants().size() + repeated;
			this.medicalOwed += repeated;
		}
		else {
			this.medicalOwed -= plan.variants().size();
		}
	}

}
