package io.planstream.model.benefit;

import io.planstream.model.benefit.CostSharing.Deductible;
import io.planstream.model.benefit.CostSharing.Kind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CostSharingTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "No Charge; NO_CHARGE; 0; NOT_SAID", "No Charge after deductible; NO_CHARGE; 0; AFTER",
					"Not Applicable; NOT_APPLICABLE; 0; NOT_SAID", "$40; AMOUNT; 4000; NOT_SAID",
					"$1,000; AMOUNT; 100000; NOT_SAID", "$1000 Copay after deductible; AMOUNT; 100000; AFTER",
					"$30 Copay before deductible; AMOUNT; 3000; BEFORE", "$12.5; AMOUNT; 1250; NOT_SAID",
					"$0 Copay per Day; AMOUNT_PER_DAY; 0; NOT_SAID",
					"$700 Copay per Day before deductible; AMOUNT_PER_DAY; 70000; BEFORE",
					"$500 Copay per Stay after deductible; AMOUNT_PER_STAY; 50000; AFTER", "20%; SHARE; 2000; NOT_SAID",
					"20% Coinsurance after deductible; SHARE; 2000; AFTER", "12.5% COINSURANCE; SHARE; 1250; NOT_SAID",
					"see brochure; OTHER; 0; NOT_SAID", "40; OTHER; 0; NOT_SAID", "$40 per Visit; OTHER; 0; NOT_SAID",
					"$99999999; OTHER; 0; NOT_SAID", "$1.005; AMOUNT; 101; NOT_SAID",
					"$1.00499 Copay per Day; AMOUNT_PER_DAY; 100; NOT_SAID", "33.335%; SHARE; 3334; NOT_SAID",
					"$40.500; AMOUNT; 4050; NOT_SAID", "''; BLANK; 0; NOT_SAID" })
	void readsTheWordsOfCopaysAndCoinsurances(String text, Kind kind, long quantity, Deductible deductible) {
		assertThat(CostSharing.parse(text)).isEqualTo(new CostSharing(kind, quantity, deductible));
	}

	@Property
	void anyAmountComesOutInCents(@ForAll @IntRange(max = 9_999_999) int dollars,
			@ForAll @IntRange(max = 99) int cents) {
		String plain = "$%d.%02d".formatted(dollars, cents);
		String grouped = "$%,d.%02d Copay".formatted(dollars, cents);
		long expected = dollars * 100L + cents;
		assertThat(CostSharing.parse(plain)).isEqualTo(new CostSharing(Kind.AMOUNT, expected, Deductible.NOT_SAID));
		assertThat(CostSharing.parse(grouped)).isEqualTo(CostSharing.parse(plain));
	}

	@Property
	void noTextBreaksTheGrammar(@ForAll String text) {
		assertThat(CostSharing.parse(text).quantity()).isNotNegative();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "Routine Eye Exam (Adult); Routine eye exam adult",
					"  routine  EYE exam -- adult; Routine eye exam adult",
					"X-rays and Diagnostic Imaging; X rays and diagnostic imaging", "--; ''" })
	void spellingsOfABenefitMeetInOneName(String original, String name) {
		assertThat(BenefitName.normalised(original)).isEqualTo(name);
	}

}
