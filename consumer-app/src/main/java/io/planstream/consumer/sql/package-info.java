/**
 * The only place that speaks JDBC: statements that touch many rows at once.
 */
package io.planstream.consumer.sql;
