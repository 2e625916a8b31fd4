package io.planstream.model.plan;

import java.util.ArrayList;
import java.util.List;

import io.planstream.model.dataset.Column;
import io.planstream.model.row.Reading;

/**
 * The columns that together say one deductible or out-of-pocket maximum: integrated,
 * medical and drug (T, M, D), each in-network tier 1 and combined, each for a person and
 * for a family. Until 2015 a family's amount is plain money, from 2016 on it is filed per
 * group.
 */
final class AmountColumns {

	private static final List<String> KINDS = List.of("T", "M", "D");

	private static final List<String> NETWORKS = List.of("InnTier1", "CombInnOon");

	private static final List<String> PERSONS = List.of("Individual", "Family", "FamilyPerGroup");

	private static final int INDIVIDUAL = 0;

	private static final int FAMILY = 1;

	private static final int FAMILY_PER_GROUP = 2;

	private final int first;

	AmountColumns(int first) {
		this.first = first;
	}

	static List<Column> named(String middle, String end) {
		List<Column> columns = new ArrayList<>();
		for (String kind : KINDS) {
			for (String network : NETWORKS) {
				for (String person : PERSONS) {
					columns.add(Column.optional(kind + middle + network + person + end));
				}
			}
		}
		return columns;
	}

	/**
	 * Reads the amount of a row.
	 * @param reading the row's amounts
	 * @param integrated whether medical and drug costs count together; where that is not
	 * said, an integrated amount is taken if there is one
	 */
	PlanAmounts read(Reading reading, String integrated) {
		Long individual = individual(reading, 0);
		Long family = family(reading, 0);
		boolean together = integrated.equals("Yes")
				|| integrated.equals(Reading.UNKNOWN) && (individual != null || family != null);
		if (together) {
			return new PlanAmounts(individual, family, null, null, null, null);
		}
		Long medicalIndividual = individual(reading, 1);
		Long drugIndividual = individual(reading, 2);
		Long medicalFamily = family(reading, 1);
		Long drugFamily = family(reading, 2);
		return new PlanAmounts(sum(medicalIndividual, drugIndividual), sum(medicalFamily, drugFamily),
				medicalIndividual, drugIndividual, medicalFamily, drugFamily);
	}

	private Long individual(Reading reading, int kind) {
		Long tier = reading.money(column(kind, 0, INDIVIDUAL));
		return (tier != null) ? tier : reading.money(column(kind, 1, INDIVIDUAL));
	}

	private Long family(Reading reading, int kind) {
		Long tier = familyIn(reading, kind, 0);
		return (tier != null) ? tier : familyIn(reading, kind, 1);
	}

	private Long familyIn(Reading reading, int kind, int network) {
		Long plain = reading.money(column(kind, network, FAMILY));
		return (plain != null) ? plain : reading.money(column(kind, network, FAMILY_PER_GROUP));
	}

	private int column(int kind, int network, int person) {
		return this.first + (kind * NETWORKS.size() + network) * PERSONS.size() + person;
	}

	private static Long sum(Long one, Long other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one + other;
	}

}
