/**
 * Plans: the rows of PlanAttributes, and what other rows borrow from them.
 */
package io.planstream.model.plan;
