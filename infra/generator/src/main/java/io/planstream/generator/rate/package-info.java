/**
 * Prices the plans and writes {@code Rate.csv}.
 */
package io.planstream.generator.rate;
