/**
 * Percentiles of premiums, taken anew behind the transactions that change the histogram.
 */
package io.planstream.model.percentile;
