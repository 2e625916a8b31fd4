package io.planstream.generator.market;

/**
 * What draws are for: each purpose has a stream of its own, so that one more draw for one
 * changes nothing of another. New purposes go to the end.
 */
public enum Purpose {

	/** Which ids issuers get. */
	ISSUER_IDS,

	/** Which group an issuer belongs to. */
	ISSUER_GROUP,

	/** The tax id of a group. */
	TAX_ID,

	/** What the plans of a product have in common. */
	PRODUCT,

	/** What a plan is in all its years. */
	PLAN,

	/** How the plans of a state and year are spread out. */
	STATE_AND_YEAR,

	/** When an issuer submitted its forms. */
	FILING,

	/** Which system a plan was submitted through. */
	SOURCE,

	/** How dear the plans of an issuer are in a year. */
	ISSUER_PRICES,

	/** How dear a rating area is. */
	AREA_PRICES,

	/** The prices of a plan. */
	PRICES,

	/** Whether the prices stay the same in all quarters. */
	QUARTERS,

	/** The price of a single person in a plan priced per family. */
	SINGLE_PRICE,

	/** The prices of families. */
	FAMILY_PRICES,

	/** Faults in single rows. */
	BLEMISHES,

	/** Ids and dates in the plan attributes. */
	IDENTITY,

	/** Free texts in the plan attributes. */
	TEXTS,

	/** What a plan offers. */
	TRAITS,

	/** Deductibles and maxima. */
	COST_SHARING,

	/** Which networks and service areas an issuer has. */
	TERRITORY,

	/** Which of them a plan uses. */
	PLACE,

	/** What a plan says about its benefits. */
	BENEFITS,

	/** How an issuer prices families. */
	BUSINESS_RULES,

	/** What becomes of a plan in the next year. */
	CROSSWALK

}
