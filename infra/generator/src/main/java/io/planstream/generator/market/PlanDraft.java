package io.planstream.generator.market;

import java.util.List;

/**
 * A plan while it is being planned: its kind is settled, its extent is not.
 */
final class PlanDraft {

	private final Issuer issuer;

	private final String id;

	private final PlanKind kind;

	private RateCalendar calendar;

	private int areas;

	private int lackingAges;

	private boolean pinned;

	private TobaccoUse tobacco = TobaccoUse.NO_PREFERENCE;

	private AdultRates adults = AdultRates.PRICED;

	private DateQuirk dates = DateQuirk.NONE;

	private VariantSet variants = VariantSet.NONE;

	PlanDraft(Issuer issuer, String id, PlanKind kind, RateCalendar calendar, int areas) {
		this.issuer = issuer;
		this.id = id;
		this.kind = kind;
		this.calendar = calendar;
		this.areas = areas;
	}

	Issuer issuer() {
		return this.issuer;
	}

	String id() {
		return this.id;
	}

	PlanKind kind() {
		return this.kind;
	}

	int areas() {
		return this.areas;
	}

	void areas(int areas) {
		this.areas = areas;
	}

	RateCalendar calendar() {
		return this.calendar;
	}

	void calendar(RateCalendar calendar) {
		this.calendar = calendar;
	}

	int blocks() {
		return this.areas * this.calendar.periods();
	}

	/** Fix the extent of the plan, and let it lack its oldest ages. */
	PlanDraft pin(int areas, int lackingAges) {
		this.areas = areas;
		this.lackingAges = lackingAges;
		this.pinned = true;
		return this;
	}

	boolean isPinned() {
		return this.pinned;
	}

	void tobacco(TobaccoUse tobacco) {
		this.tobacco = tobacco;
	}

	AdultRates adults() {
		return this.adults;
	}

	void adults(AdultRates adults) {
		this.adults = adults;
	}

	void dates(DateQuirk dates) {
		this.dates = dates;
	}

	VariantSet variants() {
		return this.variants;
	}

	void variants(VariantSet variants) {
		this.variants = variants;
	}

	boolean isAnnual() {
		return this.calendar == RateCalendar.ANNUAL;
	}

	Plan finish(StateYear where, int firstArea, int firstRowNumber, boolean repeated) {
		RateSheet rates = new RateSheet(this.calendar, firstArea, this.areas, this.lackingAges, this.tobacco,
				this.adults, this.dates, firstRowNumber);
		List<Integer> numbers = this.variants.numbers();
		return new Plan(where.year(), where.state(), this.issuer, this.id, this.kind, rates, numbers, repeated);
	}

}
