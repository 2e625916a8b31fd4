/**
 * Percentiles of premiums, kept up to date behind the transactions that change the
 * histogram.
 */
package io.planstream.consumer.percentile;
