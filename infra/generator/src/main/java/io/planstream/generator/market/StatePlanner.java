package io.planstream.generator.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Plans a state's market year by year, in the order of the files. Holds the plans of one
 * state and year at a time.
 */
final class StatePlanner {

	// Numbers that no drawn plan has.
	private static final String UNSOLD_PRODUCT = "999";

	// Rates stand in the forms from this row on.
	private static final int FIRST_ROW = 14;

	private final State state;

	private final long seed;

	private final Issuers issuers;

	private final Slots slots;

	StatePlanner(State state, long seed) {
		this.state = state;
		this.seed = seed;
		this.issuers = Issuers.of(state, seed);
		this.slots = new Slots(state);
	}

	/**
	 * Plan a year.
	 * @param year the year
	 * @param quotas what the year's plans share out, carried on from state to state
	 * @param variants the plan variants owed
	 * @param plansBefore how many plans the year had in the states before this one
	 * @return all plans, ordered by issuer and id
	 */
	List<Plan> plan(BusinessYear year, YearQuotas quotas, VariantQuotas variants, int plansBefore) {
		Composition composition = Composition.of(this.state, year);
		List<PlanDraft> drafts = new ArrayList<>();
		for (PlanCategory category : PlanCategory.values()) {
			int start = this.slots.start(category, year);
			for (int slot = start; slot < start + composition.count(category); slot++) {
				drafts.add(draft(category, slot));
			}
		}
		fit(drafts, composition, year);
		addUnsold(drafts, composition.unsoldAdults());
		drafts.sort(Comparator.comparing(PlanDraft::id));
		Draws draws = Draws.of(this.seed, Purpose.STATE_AND_YEAR, year.number(), this.state.ordinal());
		for (PlanDraft draft : drafts) {
			quotas.apply(draft, draws);
		}
		fitVariants(drafts, variants, true, draws);
		fitVariants(drafts, variants, false, draws);
		addTypoPlan(drafts, year);
		return finish(drafts, new StateYear(this.state, year), plansBefore, draws);
	}

	private PlanDraft draft(PlanCategory category, int slot) {
		Draws product = Draws.of(this.seed, Purpose.PRODUCT, this.state.ordinal(), category.ordinal(),
				slot / Slots.PER_PRODUCT);
		Issuer issuer = this.issuers.draw(category.isDental(), slot / Slots.PER_PRODUCT, product);
		boolean shop = category.isShop() || category.isDental() && product.chance(620);
		Draws draws = Draws.of(this.seed, Purpose.PLAN, this.state.ordinal(), category.ordinal(), slot);
		MetalLevel metal = MetalLevel.draw(category, draws);
		PlanType type = PlanType.draw(metal, draws);
		PlanKind kind = new PlanKind(category, metal, type, shop);
		String id = issuer.id() + this.state.name() + this.slots.number(category, slot);
		return new PlanDraft(issuer, id, kind, category.calendar(draws), extent(kind, draws));
	}

	private int extent(PlanKind kind, Draws draws) {
		int all = this.state.ratingAreas();
		if (kind.category().isDental() && draws.chance(700)) {
			return all;
		}
		int drawn = (1 + draws.below(all)) * kind.type().reachPercent() / 100;
		return Math.max(1, Math.min(all, drawn));
	}

	private void fit(List<PlanDraft> drafts, Composition composition, BusinessYear year) {
		int pinned = pin(drafts, year);
		fit(drafts, composition.dentalBlocks(),
				(draft) -> isOneOf(draft, PlanCategory.DENTAL, PlanCategory.DENTAL_QUARTERLY));
		fit(drafts, composition.medicalBlocks() - pinned,
				(draft) -> !draft.kind().category().isDental() && !draft.isPinned());
		int familyRows = this.state.familyRows(year);
		for (PlanDraft draft : drafts) {
			if (isOneOf(draft, PlanCategory.DENTAL_FAMILY)) {
				draft.areas(Math.min(familyRows, this.state.ratingAreas()));
				familyRows -= draft.areas();
			}
		}
	}

	private void fit(List<PlanDraft> drafts, int blocks, Predicate<PlanDraft> which) {
		List<PlanDraft> some = drafts.stream().filter(which).toList();
		if (!some.isEmpty()) {
			AreaFit.fit(some, this.state.ratingAreas(), blocks);
		}
	}

	private int pin(List<PlanDraft> drafts, BusinessYear year) {
		List<PlanDraft> individual = drafts.stream()
			.filter((draft) -> isOneOf(draft, PlanCategory.MEDICAL_INDIVIDUAL))
			.toList();
		int blocks = 0;
		for (Oddities.Lacking lacking : Oddities.Lacking.values()) {
			if (lacking.isIn(this.state, year)) {
				for (PlanDraft draft : individual.subList(0, lacking.plans())) {
					blocks += lacking.pin(draft).blocks();
				}
			}
		}
		return blocks;
	}

	private static boolean isOneOf(PlanDraft draft, PlanCategory... categories) {
		return List.of(categories).contains(draft.kind().category());
	}

	private void addUnsold(List<PlanDraft> drafts, int plans) {
		UnsoldAdults.of(this.state).filter((unsold) -> plans > 0).ifPresent((unsold) -> {
			Issuer issuer = Issuers.issuer(this.state, unsold.issuerId(), this.seed);
			for (int number = 1; number <= plans; number++) {
				MetalLevel metal = (number % 2 == 1) ? MetalLevel.LOW : MetalLevel.HIGH;
				PlanKind kind = new PlanKind(PlanCategory.DENTAL, metal, PlanType.PPO, false);
				String id = issuer.id() + this.state.name() + UNSOLD_PRODUCT + Digits.padded(number, 4);
				PlanDraft draft = new PlanDraft(issuer, id, kind, RateCalendar.ANNUAL, this.state.ratingAreas());
				draft.adults(AdultRates.SIX_NINES);
				drafts.add(draft);
			}
		});
	}

	private void addTypoPlan(List<PlanDraft> drafts, BusinessYear year) {
		int areas = Oddities.typoPlanBlocks(this.state, year);
		if (areas > 0) {
			Issuer issuer = Issuers.issuer(this.state, Oddities.TYPO_ISSUER, this.seed);
			PlanKind kind = new PlanKind(PlanCategory.MEDICAL_INDIVIDUAL, MetalLevel.SILVER, PlanType.PPO, false);
			drafts.add(new PlanDraft(issuer, Oddities.TYPO_PLAN, kind, RateCalendar.ANNUAL, areas));
			drafts.sort(Comparator.comparing(PlanDraft::id));
		}
	}

	private static void fitVariants(List<PlanDraft> all, VariantQuotas variants, boolean dental, Draws draws) {
		List<PlanDraft> drafts = all.stream().filter((draft) -> draft.kind().category().isDental() == dental).toList();
		int lacking = variants.owed(dental);
		for (PlanDraft draft : drafts) {
			draft.variants(VariantSet.draw(draft.kind(), draws));
			lacking -= draft.variants().size();
		}
		int from = draws.below(Math.max(1, drafts.size()));
		int before = lacking + 1;
		while (lacking != 0 && lacking != before) {
			before = lacking;
			for (int index = 0; index < drafts.size() && lacking != 0; index++) {
				lacking -= fitVariants(drafts.get((from + index) % drafts.size()), lacking > 0);
			}
		}
	}

	private static int fitVariants(PlanDraft draft, boolean more) {
		int before = draft.variants().size();
		draft.variants(more ? draft.variants().larger() : draft.variants().smaller());
		return draft.variants().size() - before;
	}

	private static List<Plan> finish(List<PlanDraft> drafts, StateYear where, int plansBefore, Draws draws) {
		List<Plan> plans = new ArrayList<>();
		Issuer issuer = null;
		int row = FIRST_ROW;
		for (PlanDraft draft : drafts) {
			row = draft.issuer().equals(issuer) ? row : FIRST_ROW;
			issuer = draft.issuer();
			int firstArea = 1 + draws.below(where.state().ratingAreas() - draft.areas() + 1);
			boolean repeated = Oddities.isRepeated(where.year(), plansBefore + plans.size());
			Plan plan = draft.finish(where, firstArea, row, repeated);
			plans.add(plan);
			row += plan.rateRows();
		}
		return plans;
	}

}
