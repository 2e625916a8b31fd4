/**
 * How issuers turn the rates of persons into the price of a family, as it stands in the
 * table.
 */
package io.planstream.consumer.rule;
