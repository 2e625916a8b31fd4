package io.planstream.generator.benefit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.planstream.generator.market.BusinessYear;

/**
 * The names of benefits: a hundred that all plans list, and rare ones, 861 over the three
 * years. Some rare ones are spellings of the usual ones.
 */
final class BenefitNames {

	private static final String[] WHO = { "Adult", "Child", "Newborn", "Family", "Inpatient", "Outpatient",
			"Professional", "Facility" };

	private static final List<String> USUAL = usual();

	private static final int RARE = 761;

	private static final List<String> RARE_NAMES = rare();

	private BenefitNames() {
	}

	/** The names that most plans list, the most frequent first. */
	static List<String> usualOnes() {
		return USUAL;
	}

	/** The other names of a year: 396, 417 and 329, overlapping from year to year. */
	static List<String> rareOnes(BusinessYear year) {
		return switch (year) {
			case Y2014 -> RARE_NAMES.subList(0, 396);
			case Y2015 -> RARE_NAMES.subList(200, 617);
			case Y2016 -> RARE_NAMES.subList(RARE - 329, RARE);
		};
	}

	private static List<String> rare() {
		List<String> names = new ArrayList<>();
		for (int i = 0; names.size() < RARE; i++) {
			String usual = USUAL.get(i % USUAL.size());
			int turn = i / USUAL.size();
			String name = (turn == 0) ? respelled(usual, i) : usual.replaceAll(" [-(].*", "") + " - " + turn(turn, i);
			if (!USUAL.contains(name) && !names.contains(name)) {
				names.add(name);
			}
		}
		return List.copyOf(names);
	}

	private static String respelled(String name, int i) {
		return switch (i % 3) {
			case 0 -> name.toUpperCase(Locale.ROOT);
			case 1 -> name.replace(" - ", "-").replace(" (", "-").replace(")", "");
			default -> name.substring(0, 1) + name.substring(1).toLowerCase(Locale.ROOT);
		};
	}

	private static String turn(int turn, int i) {
		return WHO[(turn + i) % WHO.length] + ((turn > WHO.length) ? " " + (char) ('A' + turn % 26) : "");
	}

	private static List<String> usual() {
		try (InputStream in = BenefitNames.class.getResourceAsStream("names.txt")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The list of benefits is part of the library", ex);
		}
	}

}
