/**
 * What is counted while applying, and how the counts relate.
 */
package io.planstream.consumer.metrics;
