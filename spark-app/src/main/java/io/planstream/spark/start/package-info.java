/**
 * What has to hold before anything is read: the schema, the topics, and a position in
 * each partition.
 */
package io.planstream.spark.start;
