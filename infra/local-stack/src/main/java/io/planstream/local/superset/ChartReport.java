package io.planstream.local.superset;

import java.util.List;
import java.util.Optional;

import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.TextTable;

/**
 * What the charts of a Superset answered, for people.
 *
 * @param answers the answers
 */
public record ChartReport(List<ChartAnswer> answers) {

	/**
	 * One line for each chart.
	 * @return a table
	 */
	public String table() {
		TextTable table = new TextTable(List.of("dashboard", "chart", "rows", "seconds", ""));
		for (ChartAnswer answer : this.answers) {
			table.row(List.of(answer.dashboard(), answer.chart(), answer.shownRows(), answer.shownSeconds(),
					answer.remark()));
		}
		return table.plain();
	}

	/**
	 * How many charts answered, and how.
	 * @return one sentence
	 */
	public String summary() {
		long failed = this.answers.stream().filter((answer) -> !answer.isAnswered()).count();
		long without = this.answers.stream().filter((answer) -> answer.isAnswered() && answer.rows() == 0).count();
		return (this.answers.size() - failed - without) + " of " + this.answers.size() + " charts answered with rows, "
				+ without + " without, " + failed + " with an error";
	}

	/**
	 * Whether every chart shows what it has to.
	 * @return false if one failed, or has no rows and should have
	 */
	public boolean isComplete() {
		return this.answers.stream().allMatch((answer) -> answer.isAnswered() && !answer.isEmpty());
	}

	/**
	 * The error that came first.
	 * @return what is wrong and what to do, or empty if no chart failed
	 */
	public Optional<Problem> problem() {
		return this.answers.stream()
			.filter((answer) -> !answer.isAnswered())
			.findFirst()
			.map((answer) -> new Problem(answer.failure().code(),
					"Imported, but the chart '" + answer.chart() + "' fails: " + answer.failure().reason(),
					answer.failure().action()));
	}

}
