/**
 * What executors do: apply the records of one partition of a topic.
 */
package io.planstream.spark.task;
