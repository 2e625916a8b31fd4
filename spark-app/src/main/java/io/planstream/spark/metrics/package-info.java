/**
 * What people and monitors see of the job: meters, health, the pages that show them.
 */
package io.planstream.spark.metrics;
