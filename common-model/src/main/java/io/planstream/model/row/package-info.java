/**
 * The rows of each dataset: what is read of them, how, and what a rate borrows from its
 * plan.
 */
package io.planstream.model.row;
