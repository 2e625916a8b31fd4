/**
 * Rates: the rows of Rate, and the aggregates of premiums.
 */
package io.planstream.model.rate;
