/**
 * The catalogue of data rules, as it stands in the table.
 */
package io.planstream.consumer.datarule;
