/**
 * Writes BusinessRules.csv.
 */
package io.planstream.generator.businessrule;
