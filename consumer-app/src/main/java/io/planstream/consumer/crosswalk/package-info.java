/**
 * What became of last year's plans, as it stands in the tables.
 */
package io.planstream.consumer.crosswalk;
