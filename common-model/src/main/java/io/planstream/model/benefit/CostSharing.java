package io.planstream.model.benefit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.AvroOut;
import io.planstream.model.row.Amounts;

/**
 * What a person pays for a benefit, as a copay or a coinsurance column says it.
 *
 * @param kind how it is said
 * @param quantity cents of an amount, basis points of a share, else 0
 * @param deductible whether the deductible comes first
 */
public record CostSharing(Kind kind, long quantity, Deductible deductible) {

	private static final CostSharing BLANK = new CostSharing(Kind.BLANK, 0, Deductible.NOT_SAID);

	private static final CostSharing OTHER = new CostSharing(Kind.OTHER, 0, Deductible.NOT_SAID);

	private static final Pattern GRAMMAR = Pattern.compile("(?:(no charge)|(not applicable)"
			+ "|\\$([0-9][0-9,]{0,9})(?:\\.([0-9]{1,20}))?(?: copay)?(?: per (day|stay))?"
			+ "|([0-9]{1,3})(?:\\.([0-9]{1,20}))?%(?: coinsurance)?)(?: (after|before) deductible)?");

	/** How it is said; the order is that of the schema. */
	public enum Kind {

		/** Nothing is said. */
		BLANK,

		/** {@code No Charge}. */
		NO_CHARGE,

		/** {@code $40} or {@code $40 Copay}. */
		AMOUNT,

		/** {@code $500 Copay per Day}. */
		AMOUNT_PER_DAY,

		/** {@code $500 Copay per Stay}. */
		AMOUNT_PER_STAY,

		/** {@code 20%} or {@code 20% Coinsurance}. */
		SHARE,

		/** {@code Not Applicable}; 2016 and later. */
		NOT_APPLICABLE,

		/** Words that the grammar does not have. */
		OTHER

	}

	/** Whether the deductible comes first; the order is that of the schema. */
	public enum Deductible {

		/** The words are missing. */
		NOT_SAID,

		/** {@code after deductible}. */
		AFTER,

		/** {@code before deductible}. */
		BEFORE

	}

	private static final Kind[] KINDS = Kind.values();

	private static final Deductible[] DEDUCTIBLES = Deductible.values();

	/**
	 * Reads the words of a copay or coinsurance column.
	 * @param text the words, trimmed; case does not matter
	 * @return what they say
	 */
	public static CostSharing parse(String text) {
		if (text.isEmpty()) {
			return BLANK;
		}
		Matcher words = GRAMMAR.matcher(text.toLowerCase(Locale.ROOT));
		if (!words.matches()) {
			return OTHER;
		}
		Deductible deductible = deductible(words.group(8));
		if (words.group(1) != null) {
			return new CostSharing(Kind.NO_CHARGE, 0, deductible);
		}
		if (words.group(2) != null) {
			return new CostSharing(Kind.NOT_APPLICABLE, 0, deductible);
		}
		if (words.group(3) != null) {
			Long cents = Amounts.cents(words.group(3), words.group(4));
			return (cents != null) ? new CostSharing(amount(words.group(5)), cents, deductible) : OTHER;
		}
		return new CostSharing(Kind.SHARE, Amounts.basisPoints(words.group(6), words.group(7), true), deductible);
	}

	/**
	 * Whether an amount or share has more decimals than two, so that {@link #parse}
	 * rounds it half up.
	 */
	static boolean rounds(String text) {
		Matcher words = GRAMMAR.matcher(text.toLowerCase(Locale.ROOT));
		return words.matches() && (Amounts.isBeyond(words.group(4), 2) || Amounts.isBeyond(words.group(7), 2));
	}

	private static Kind amount(String per) {
		if (per == null) {
			return Kind.AMOUNT;
		}
		return per.equals("day") ? Kind.AMOUNT_PER_DAY : Kind.AMOUNT_PER_STAY;
	}

	private static Deductible deductible(String when) {
		if (when == null) {
			return Deductible.NOT_SAID;
		}
		return when.equals("after") ? Deductible.AFTER : Deductible.BEFORE;
	}

	boolean is(Kind one) {
		return this.kind == one;
	}

	boolean isAmount() {
		return this.kind == Kind.AMOUNT || this.kind == Kind.AMOUNT_PER_DAY || this.kind == Kind.AMOUNT_PER_STAY;
	}

	/** The quantity, if it is of that kind. */
	long quantityOf(Kind one) {
		return (this.kind == one) ? this.quantity : 0;
	}

	boolean is(Kind one, Deductible when) {
		return this.kind == one && this.deductible == when;
	}

	/** The quantity, if it is of that kind and that side of the deductible. */
	long quantityOf(Kind one, Deductible when) {
		return is(one, when) ? this.quantity : 0;
	}

	static CostSharing read(AvroIn in) {
		return new CostSharing(KINDS[in.integer()], in.number(), DEDUCTIBLES[in.integer()]);
	}

	void writeTo(AvroOut out) {
		out.number(this.kind.ordinal());
		out.number(this.quantity);
		out.number(this.deductible.ordinal());
	}

}
