/**
 * Benefits at the grains that the questions need, as they stand in the tables.
 */
package io.planstream.consumer.benefit;
