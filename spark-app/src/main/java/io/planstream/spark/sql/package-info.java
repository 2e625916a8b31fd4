/**
 * The only place that speaks JDBC: the tables as the protocol sees them, on driver and
 * executors.
 */
package io.planstream.spark.sql;
