/**
 * Kafka's own performance tools.
 */
package io.planstream.benchmark.perf;
