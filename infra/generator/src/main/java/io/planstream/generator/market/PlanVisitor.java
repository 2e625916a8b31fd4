package io.planstream.generator.market;

import java.io.IOException;

/**
 * Is shown the plans of a market one after the other.
 */
@FunctionalInterface
public interface PlanVisitor {

	/**
	 * Take a plan.
	 * @param plan the plan
	 * @throws IOException if what the visitor writes cannot be written
	 */
	void visit(Plan plan) throws IOException;

}
