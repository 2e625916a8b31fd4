/**
 * How long a row takes from published to visible.
 */
package io.planstream.benchmark.latency;
