package io.planstream.testsupport.reference;

/**
 * How often a data rule should have held. Only rules that are simple to count are.
 *
 * @param dataset the dataset
 * @param rule the rule
 * @param rows the rows that it held for
 */
public record RuleCount(String dataset, String rule, long rows) {
}
