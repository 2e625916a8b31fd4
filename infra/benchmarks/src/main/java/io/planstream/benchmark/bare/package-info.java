/**
 * Plain Kafka clients: the ceiling of what the machine can do.
 */
package io.planstream.benchmark.bare;
