package io.planstream.benchmark.bare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import io.planstream.model.csv.Fields;
import io.planstream.model.rate.RateRow;

/**
 * Makes a row of the fields that FastCSV hands over, checking nothing: as fast as a plain
 * program can be. For one thread.
 */
final class RateFields extends AbstractBaseCsvCallbackHandler<RateRow> {

	private static final int YEAR = 0;

	private static final int STATE = 1;

	private static final int ISSUER = 2;

	private static final int PLAN = 10;

	private static final int AREA = 11;

	private static final int TOBACCO = 12;

	private static final int AGE = 13;

	private static final int RATE = 14;

	private static final int TOBACCO_RATE = 15;

	private final PlanList plans;

	/** Neighbours mostly have the same values. */
	private final String[] texts = new String[AGE + 1];

	private long rate;

	private long tobaccoRate;

	RateFields(PlanList plans) {
		this.plans = plans;
		Arrays.fill(this.texts, "");
	}

	static CsvReader<RateRow> reader(FilePart part, PlanList plans) throws IOException {
		return CsvReader.builder().build(new RateFields(plans), part.open(), StandardCharsets.UTF_8);
	}

	@Override
	protected void handleBegin(long line) {
		this.rate = Fields.NO_AMOUNT;
		this.tobaccoRate = Fields.NO_AMOUNT;
	}

	@Override
	protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
		switch (field) {
			case YEAR, STATE, ISSUER, PLAN, AREA, TOBACCO, AGE -> keep(field, buffer, offset, length);
			case RATE -> this.rate = cents(buffer, offset, length);
			case TOBACCO_RATE -> this.tobaccoRate = cents(buffer, offset, length);
			default -> {
			}
		}
	}

	private void keep(int field, char[] buffer, int offset, int length) {
		String last = this.texts[field];
		if (last.length() == length) {
			int same = 0;
			while (same < length && last.charAt(same) == buffer[offset + same]) {
				same++;
			}
			if (same == length) {
				return;
			}
		}
		this.texts[field] = new String(buffer, offset, length);
	}

	private static long cents(char[] buffer, int offset, int length) {
		if (length == 0) {
			return Fields.NO_AMOUNT;
		}
		long value = 0;
		int decimals = -1;
		for (int i = offset; i < offset + length && decimals < 2; i++) {
			char c = buffer[i];
			if (c == '.') {
				decimals = 0;
			}
			else {
				value = value * 10 + (c - '0');
				decimals = (decimals >= 0) ? decimals + 1 : decimals;
			}
		}
		return (decimals == 2) ? value : (decimals == 1) ? value * 10 : value * 100;
	}

	@Override
	protected RateRow buildRecord() {
		String year = this.texts[YEAR];
		return new RateRow(Integer.parseInt(year), this.texts[STATE], this.texts[ISSUER], this.texts[PLAN],
				this.texts[AREA], this.texts[TOBACCO], this.texts[AGE], this.rate, this.tobaccoRate, 0,
				this.plans.of(year, this.texts[PLAN]));
	}

}
