/**
 * What the driver does: plan batches, hand them to executors, begin anew where it has to.
 */
package io.planstream.spark.query;
