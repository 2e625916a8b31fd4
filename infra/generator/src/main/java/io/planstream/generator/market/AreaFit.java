package io.planstream.generator.market;

import java.util.Comparator;
import java.util.List;

/**
 * Widens or narrows plans until they file exactly as many price lists as the published
 * file has, none of them in less than one rating area or more than the state has.
 */
final class AreaFit {

	private static final int ROUNDS = 2_000;

	private final List<PlanDraft> drafts;

	private final int ratingAreas;

	private int lacking;

	private AreaFit(List<PlanDraft> drafts, int ratingAreas, int target) {
		this.drafts = drafts;
		this.ratingAreas = ratingAreas;
		this.lacking = target - total();
	}

	/**
	 * Fit the extent of plans.
	 * @param drafts the plans
	 * @param ratingAreas the most that one can cover
	 * @param target the blocks wanted
	 * @throws IllegalStateException if no extent would do
	 */
	static void fit(List<PlanDraft> drafts, int ratingAreas, int target) {
		scale(drafts, ratingAreas, target);
		AreaFit fit = new AreaFit(drafts, ratingAreas, target);
		for (int round = 0; round < ROUNDS && fit.lacking != 0; round++) {
			if (!fit.changeAreas()) {
				fit.changeCalendar();
			}
		}
		if (fit.lacking != 0) {
			throw new IllegalStateException(
					drafts.size() + " plans in " + ratingAreas + " areas cannot make " + target + " blocks");
		}
	}

	private static void scale(List<PlanDraft> drafts, int ratingAreas, int target) {
		int total = drafts.stream().mapToInt(PlanDraft::blocks).sum();
		for (PlanDraft draft : drafts) {
			long scaled = Math.round((double) draft.areas() * target / total);
			draft.areas((int) Math.max(1, Math.min(ratingAreas, scaled)));
		}
	}

	private int total() {
		return this.drafts.stream().mapToInt(PlanDraft::blocks).sum();
	}

	private boolean changeAreas() {
		boolean changed = false;
		for (PlanDraft draft : this.drafts) {
			int step = draft.calendar().periods();
			if (this.lacking >= step && draft.areas() < this.ratingAreas) {
				draft.areas(draft.areas() + 1);
				this.lacking -= step;
				changed = true;
			}
			else if (this.lacking <= -step && draft.areas() > 1) {
				draft.areas(draft.areas() - 1);
				this.lacking += step;
				changed = true;
			}
		}
		return changed;
	}

	// Only when areas alone cannot do it, as in a state with a single rating area. Plans
	// for individuals come last: the real ones have one price list a year.
	private void changeCalendar() {
		this.drafts.stream()
			.filter((draft) -> wanted(draft) != draft.calendar())
			.min(Comparator.comparing((PlanDraft draft) -> left(draft) >= Math.abs(this.lacking))
				.thenComparing((draft) -> !draft.kind().shop())
				.thenComparingInt(this::left))
			.ifPresent((draft) -> {
				RateCalendar wanted = wanted(draft);
				this.lacking -= gain(draft);
				draft.calendar(wanted);
			});
	}

	private RateCalendar wanted(PlanDraft draft) {
		return (this.lacking > 0) ? draft.calendar().denser() : draft.calendar().sparser();
	}

	private int left(PlanDraft draft) {
		return Math.abs(this.lacking - gain(draft));
	}

	private int gain(PlanDraft draft) {
		return draft.areas() * (wanted(draft).periods() - draft.calendar().periods());
	}

}
