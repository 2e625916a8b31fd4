package io.planstream.benchmark.query;

/**
 * What is asked of a view.
 */
interface Question {

	/** The view. */
	String view();

	/** Names the question in the report. */
	String title();

	/** Whether the view has a plan year and a state to filter by. */
	boolean filtered();

	/** The statement. */
	String sql(Filter filter);

}
