/**
 * Additive aggregates: what a batch of records adds to each row of each table. Order of
 * records and split into batches cannot change a sum of such additions.
 */
package io.planstream.model.aggregate;
