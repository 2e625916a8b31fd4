package io.planstream.testsupport.reference;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CostSharingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			No Charge                              | NO_CHARGE       | 0       | -
			no charge after deductible             | NO_CHARGE       | 0       | after
			No Charge before deductible            | NO_CHARGE       | 0       | before
			$40                                    | AMOUNT          | 4000    | -
			$0                                     | AMOUNT          | 0       | -
			$1,000                                 | AMOUNT          | 100000  | -
			$12.50                                 | AMOUNT          | 1250    | -
			$12.505                                | AMOUNT          | 1251    | -
			$1000 Copay after deductible           | AMOUNT          | 100000  | after
			$30 Copay before deductible            | AMOUNT          | 3000    | before
			$30 after deductible                   | AMOUNT          | 3000    | after
			$0 Copay per Day                       | AMOUNT_PER_DAY  | 0       | -
			$75 per day                            | AMOUNT_PER_DAY  | 7500    | -
			$700 Copay per Day before deductible   | AMOUNT_PER_DAY  | 70000   | before
			$500 Copay per Stay                    | AMOUNT_PER_STAY | 50000   | -
			$500 COPAY PER STAY AFTER DEDUCTIBLE   | AMOUNT_PER_STAY | 50000   | after
			$250 Copay per Stay before deductible  | AMOUNT_PER_STAY | 25000   | before
			20%                                    | SHARE           | 2000    | -
			0%                                     | SHARE           | 0       | -
			12.5%                                  | SHARE           | 1250    | -
			33.335%                                | SHARE           | 3334    | -
			20% Coinsurance after deductible       | SHARE           | 2000    | after
			20% before deductible                  | SHARE           | 2000    | before
			Not Applicable                         | NOT_APPLICABLE  | 0       | -
			not applicable                         | NOT_APPLICABLE  | 0       | -
			''                                     | BLANK           | 0       | -
			$                                      | NOT_UNDERSTOOD  | 0       | -
			40                                     | NOT_UNDERSTOOD  | 0       | -
			$30 Copay per Week                     | NOT_UNDERSTOOD  | 0       | -
			see plan documents                     | NOT_UNDERSTOOD  | 0       | -
			No Charge after deductible, then 20%   | NOT_UNDERSTOOD  | 0       | -
			""")
	void understandsTheGrammar(String text, CostSharing.Kind kind, long amount, String deductible) {
		boolean rounded = text.matches("\\D*[0-9]+\\.[0-9]{3}.*");
		assertThat(CostSharing.of(text))
			.isEqualTo(new CostSharing(kind, amount, rounded, deductible.equals("after"), deductible.equals("before")));
	}

}
