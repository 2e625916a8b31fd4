/**
 * Writes BenefitsCostSharing.csv.
 */
package io.planstream.generator.benefit;
