/**
 * What was measured: repetitions, their spread, and what processes used.
 */
package io.planstream.benchmark.measure;
