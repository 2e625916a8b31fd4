/**
 * Describes the plans and writes {@code PlanAttributes.csv}.
 */
package io.planstream.generator.attributes;
