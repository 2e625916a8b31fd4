package io.planstream.endtoend;

import java.util.List;

/**
 * What the tables say that the console must show, written as it writes it.
 */
final class ConsoleTruth {

	private ConsoleTruth() {
	}

	/** The equation of each reconciled file of a run that has no rejected rows. */
	static List<String> books(Stack stack, String runId) {
		return stack.database().rootClient().sql("""
				select concat(file_name, ' ', format(rows_read, 0), ' read = ', format(rows_in_aggregates, 0),
				  ' in the aggregates + ', format(rows_set_aside, 0), ' set aside + 0 rejected + 0 dead-lettered')
				from v_reconciliation where run_id = ? and reconciled""").param(runId).query(String.class).list();
	}

	/**
	 * State, average premium and rates, dearest first; a coverage of null is all of them.
	 */
	static List<List<String>> premiumsByState(Stack stack, String year, String coverage) {
		return stack.database()
			.readerClient()
			.sql("""
					select state_code, concat('$', format(sum(total_premium) / sum(rates), 2)), format(sum(rates), 0)
					from v_premium where business_year = :year and (:coverage is null or coverage = :coverage)
					group by state_code having sum(rates) > 0 order by sum(total_premium) / sum(rates) desc""")
			.param("year", year)
			.param("coverage", coverage)
			.query((row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
			.list();
	}

}
