/**
 * Plans in full, as they stand in the table.
 */
package io.planstream.consumer.plan;
